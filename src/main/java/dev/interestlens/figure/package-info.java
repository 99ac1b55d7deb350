/**
 * Pictures, drawn once: painters that draw plain data on a {@link dev.interestlens.figure.Surface}, the one palette, and the data of each kind of
 * picture. What a painter draws is the same in the window, in SVG, PDF and PNG files and on pages, because only the surface differs. It depends on no
 * other package of this program and not on JavaFX; all higher layers may use it.
 */
package dev.interestlens.figure;
