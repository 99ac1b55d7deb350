/** Pages: text, tables and pictures in both languages as one HTML file, Markdown or a printed page. */
package dev.interestlens.export.report.page;
