/**
 * The screen that recommends: a person, the best items of the catalogue, why these and why not another one. The engine is used on its own thread
 * only; its results are immutable. Other screens are reached through the application.
 */
package dev.interestlens.ui.recommend;
