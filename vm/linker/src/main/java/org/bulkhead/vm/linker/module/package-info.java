/**
 * Modules: what an isolate runs beyond the image. {@link org.bulkhead.vm.linker.module.ModuleLinker} compiles what a program reaches and the image does not have, and seals it as
 * {@link org.bulkhead.vm.linker.module.SealedModule}: pages of its own, and pages that take the place of the image's.
 */
package org.bulkhead.vm.linker.module;
