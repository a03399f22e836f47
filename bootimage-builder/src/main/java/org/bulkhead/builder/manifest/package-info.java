/**
 * From the annotations on program classes to the manifests in an image.
 *
 * <p>{@link org.bulkhead.builder.manifest.SystemDescription} is the whole: it reads each class's declaration, checks that the declarations fit together (no port, interrupt
 * or name twice, every service served, every call towards the hardware), numbers the programs, and generates the class {@code org.bulkhead.isolate.SystemPrograms}, which
 * holds the manifests and starts programs by number. Whatever is wrong is reported in one line that names the class and the remedy.
 */
package org.bulkhead.builder.manifest;
