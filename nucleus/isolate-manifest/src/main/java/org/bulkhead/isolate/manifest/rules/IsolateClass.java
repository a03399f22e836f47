package org.bulkhead.isolate.manifest.rules;

import java.lang.annotation.Annotation;
import java.util.Optional;

/** What the rules have to know of a class that may be an isolate, read from source or from a class file. */
public interface IsolateClass {
    /** Returns the name as {@code Class.getName} gives it. */
    String name();

    /** Returns where the class stands. */
    Place place();

    /** Returns an annotation of the class. */
    Optional<Declaration> declaration(Class<? extends Annotation> type);

    /** Returns an annotation with all its defaults. */
    Declaration defaults(Class<? extends Annotation> type);

    /** Returns whether it can be named and made from elsewhere: public and not abstract. */
    boolean isPublicAndConcrete();

    /** Returns whether it implements {@code org.bulkhead.isolate.Isolate}. */
    boolean isIsolate();

    /** Returns whether it implements {@code org.bulkhead.isolate.Updatable}. */
    boolean isUpdatable();

    /** Returns whether it has a public constructor with the one parameter {@code org.bulkhead.isolate.Grants}. */
    boolean hasGrantsConstructor();

    /** Returns whether a class that an annotation names is an interface. */
    boolean isInterface(String className);
}
