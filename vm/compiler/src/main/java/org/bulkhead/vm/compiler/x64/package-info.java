/**
 * An assembler for the part of x86-64 that compiled Java needs.
 *
 * <p>{@link org.bulkhead.vm.compiler.x64.Assembler} has one method per instruction form and writes it at once; jumps go to
 * {@link org.bulkhead.vm.compiler.x64.Label}s that may be bound later, and addresses that only the linker knows become
 * {@link org.bulkhead.vm.compiler.Relocation}s. Encodings are those of the Intel 64 manual, volume 2; the tests compare them with NASM's.
 */
package org.bulkhead.vm.compiler.x64;
