/** The system volume of an image on the host: what it is made with ({@link org.bulkhead.builder.volume.VolumeContents}), and how files get into it and out of it later ({@link org.bulkhead.builder.volume.ImageVolume}). */
package org.bulkhead.builder.volume;
