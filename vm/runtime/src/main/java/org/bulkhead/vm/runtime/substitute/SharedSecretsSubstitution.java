package org.bulkhead.vm.runtime.substitute;

import jdk.internal.access.JavaUtilCollectionAccess;

/** Classes that give others access to their private parts are initialised by a call instead of by name. */
@Substitutes("jdk.internal.access.SharedSecrets")
final class SharedSecretsSubstitution {
    @Alias private static JavaUtilCollectionAccess javaUtilCollectionAccess;

    private SharedSecretsSubstitution() {}

    @Replace(reason = "initialises the class that sets the field, without finding it by name")
    public static JavaUtilCollectionAccess getJavaUtilCollectionAccess() {
        if (javaUtilCollectionAccess == null) {
            CollectionAccess.initialize();
        }
        return javaUtilCollectionAccess;
    }

    /** Names the class that is to be initialised. */
    @Substitutes("java.util.ImmutableCollections$Access")
    static final class CollectionAccess {
        private CollectionAccess() {}

        /** Calling this initialises the class. */
        @Inject
        static void initialize() {}
    }
}
