/**
 * The image model: what a module must know of the image that it is linked against. {@link org.bulkhead.vm.linker.model.ModelWriter} writes it when the image is linked,
 * {@link org.bulkhead.vm.linker.model.ImageModel} reads it, on the host and inside the system, and {@link org.bulkhead.vm.linker.model.ModelBase} answers a closure's questions from it.
 */
package org.bulkhead.vm.linker.model;
