/**
 * Layer 2: {@code java.util}, {@code java.nio}, {@code java.math} and {@code java.security}. Collections, arrays,
 * streams, formatting, text, buffers, digests and large numbers.
 */
package org.bulkhead.programs.util;
