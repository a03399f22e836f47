/**
 * The rules of manifests, in one place: the annotation processor applies them to source while it is compiled, the builder to class files while it makes an image.
 *
 * <p>Both describe a class as an {@link org.bulkhead.isolate.manifest.rules.IsolateClass}, whose annotations are
 * {@linkplain org.bulkhead.isolate.manifest.rules.Declaration declarations} that know where they stand.
 * {@link org.bulkhead.isolate.manifest.rules.ManifestReader} checks what one class shows and makes its manifest; {@link org.bulkhead.isolate.manifest.rules.SystemCheck}
 * checks what only all of an image show. {@link org.bulkhead.isolate.manifest.rules.RightKind} is the table of the kinds of rights: what gives one, and which calls use one.
 * None of this gets into an image.
 */
package org.bulkhead.isolate.manifest.rules;
