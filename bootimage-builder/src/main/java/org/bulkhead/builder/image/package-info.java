/** The bootable image: nucleus and isolates, compiled as two closed worlds and linked into one file that the boot loader reads. */
package org.bulkhead.builder.image;
