/**
 * What class files tell of isolates: the annotations of a {@link org.bulkhead.modules.manifest.ClassFileIsolate}, as the rules for manifests ({@code org.bulkhead.isolate.manifest.rules}) want them, and where they stand.
 */
package org.bulkhead.modules.manifest;
