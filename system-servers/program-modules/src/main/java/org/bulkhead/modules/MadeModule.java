package org.bulkhead.modules;

import org.bulkhead.vm.linker.module.SealedModule;

/**
 * A module that was made of a jar.
 *
 * @param sealed the module, with the program's manifest
 * @param methods how many methods were compiled for it
 */
public record MadeModule(SealedModule sealed, int methods) {}
