/** Byte buffers, streams of bytes, base 64, and hexadecimal text. */
package org.bulkhead.programs.util.bytes;
