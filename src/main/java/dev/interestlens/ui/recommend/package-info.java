/**
 * The screen that recommends: a person, the best items of the catalogue, why these and why not another one. The engine is used on its own lane alone;
 * what it gives are values. Other screens are reached through the application.
 */
package dev.interestlens.ui.recommend;
