package org.bulkhead.vm.compiler.source;

import java.io.IOException;
import java.util.List;
import org.bulkhead.vm.compiler.model.ClassSource;

/** A source that knows what it holds. */
public interface ListingSource extends ClassSource {
    /**
     * Returns the internal names of the classes of the package with the internal name {@code packageName} ({@code java/lang}), sub-packages not included, in ascending order.
     * A package that does not exist has no classes.
     */
    List<String> list(String packageName) throws IOException;

    /**
     * Returns whether there is a class with the internal name {@code name}; the class file itself need not be read.
     *
     * @throws IOException if that cannot be told
     */
    default boolean contains(String name) throws IOException {
        return find(name) != null;
    }
}
