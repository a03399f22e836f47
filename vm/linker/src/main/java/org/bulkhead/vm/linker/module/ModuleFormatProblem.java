package org.bulkhead.vm.linker.module;

/** A file that is no undamaged sealed module; the message says in one line what is wrong and what to do. */
public final class ModuleFormatProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    ModuleFormatProblem(String message) {
        super(message);
    }
}
