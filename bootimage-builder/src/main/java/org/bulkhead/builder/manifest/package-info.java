/**
 * From the annotations on program classes to the manifests in an image.
 *
 * <p>{@link org.bulkhead.builder.manifest.SystemDescription} is the whole: it reads each class's annotations from its class file
 * ({@link org.bulkhead.modules.manifest.ClassFileIsolate}), holds them to the rules ({@code org.bulkhead.isolate.manifest.rules}), numbers the programs, and generates the class
 * {@code org.bulkhead.isolate.SystemPrograms}, which holds the manifests and starts programs by number. Whatever is wrong is reported in one line that begins with file and line
 * and names the remedy.
 */
package org.bulkhead.builder.manifest;
