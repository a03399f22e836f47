/**
 * The few things the runtime cannot do by itself: get memory, write to a console, read clocks, end.
 *
 * <p>{@link org.bulkhead.vm.runtime.platform.Platform} names them. There are two implementations, one for static Linux programs and one for isolates on the nucleus; the
 * entry point of an image sets the one it was made for by {@link org.bulkhead.vm.runtime.platform.PlatformHolder#start}, so that the other does not get into the image.
 */
package org.bulkhead.vm.runtime.platform;
