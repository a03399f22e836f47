/**
 * What stands behind {@code java.util.zip}, whose own code is native: streams over JZlib, a zlib in Java, and checksums.
 *
 * <p>Nothing here is in an image that does not inflate, deflate or check sums: the {@linkplain org.bulkhead.vm.runtime.substitute substitutions} of {@code java.util.zip} are what leads here.
 */
package org.bulkhead.vm.runtime.zip;
