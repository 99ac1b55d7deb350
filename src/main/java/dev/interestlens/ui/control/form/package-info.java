/** Forms made from records, with help and errors at each field. */
package dev.interestlens.ui.control.form;
