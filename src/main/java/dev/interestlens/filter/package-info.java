/**
 * Narrowing a list by what a person types: conditions such as {@code score>0.9}, words and quoted phrases, in any order, all of which must hold.
 * Reading never fails: a part that cannot be understood is a {@link dev.interestlens.filter.Mistake} with its place, and the rest counts. It is
 * independent of the list: its owner describes the rows by {@link dev.interestlens.filter.Field}s.
 */
package dev.interestlens.filter;
