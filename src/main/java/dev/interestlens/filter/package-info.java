/**
 * Narrowing a list by what a person types: conditions such as {@code score>0.9}, words and quoted phrases, in any order, all of which must hold. What is
 * typed never fails: what cannot be understood is a {@link dev.interestlens.filter.Mistake} with its place, and the rest counts. It knows no list: who
 * has one says what can be asked of its rows by {@link dev.interestlens.filter.Field}s.
 */
package dev.interestlens.filter;
