package org.bulkhead.vm.compiler.model;

import java.io.IOException;

/** Where class files come from. */
@FunctionalInterface
public interface ClassSource {
    /**
     * Returns the class file of the class with the internal name {@code name} ({@code java/lang/Object}), or null if there is none.
     *
     * @throws IOException if it exists and cannot be read
     */
    byte[] find(String name) throws IOException;
}
