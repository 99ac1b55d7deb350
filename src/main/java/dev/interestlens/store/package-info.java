/**
 * Bytes on disk, safely: atomic files, the journal, folder locks, checksums, tensors in safetensors files, strict JSON, and the
 * shape of every error a person sees.
 *
 * <p>What is written is either wholly there or not at all, and foreign bytes are checked before they are believed. Everybody may
 * use it; it knows the JDK and Jackson and nothing of ours.
 */
package dev.interestlens.store;
