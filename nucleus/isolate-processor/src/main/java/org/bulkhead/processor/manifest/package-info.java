/**
 * The annotation processor behind {@code @Driver}, {@code @Server} and {@code @Program}: what is wrong with a manifest becomes a compile error at the annotation.
 *
 * <p>{@link org.bulkhead.processor.manifest.SourceIsolate} shows a class in source to the rules ({@code org.bulkhead.isolate.manifest.rules}), which the builder applies again to the
 * class file. The lines of the annotations are left beside the class for the builder's messages. {@link org.bulkhead.processor.manifest.GrantRequests} looks at the code of the
 * isolate's class, once javac has attributed it, for rights that it asks for and the manifest does not give.
 */
package org.bulkhead.processor.manifest;
