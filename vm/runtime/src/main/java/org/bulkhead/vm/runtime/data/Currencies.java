package org.bulkhead.vm.runtime.data;

/** The currencies of the world: {@code java/util/currency.data}. */
public final class Currencies {
    private Currencies() {}

    /** Returns the file in parts. */
    public static String[] parts() {
        throw JdkData.missing();
    }
}
