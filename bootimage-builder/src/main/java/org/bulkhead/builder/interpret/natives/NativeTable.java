package org.bulkhead.builder.interpret.natives;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulkhead.builder.interpret.NativeMethod;
import org.bulkhead.vm.compiler.model.VmMethod;

/** All methods that the interpreter implements, by class, name and descriptor. */
public final class NativeTable {
    /** Native methods of many classes that prepare the host's own native code: nothing to do. */
    private static final Set<String> PREPARATIONS = Set.of("registerNatives()V", "initIDs()V", "initNative()V");
    /** Does nothing; returns 0, false or null. */
    static final NativeMethod NOTHING = (interpreter, slots, first) -> 0;

    private final Map<String, NativeMethod> entries = new HashMap<>();

    public NativeTable() {
        ObjectNatives.addTo(this);
        ClassNatives.addTo(this);
        SystemNatives.addTo(this);
        NumberNatives.addTo(this);
        UnsafeNatives.addTo(this);
        ReflectionNatives.addTo(this);
        MagicNatives.addTo(this);
    }

    /** Adds the method {@code signature} (name and descriptor) of the class with the internal name {@code owner}. */
    void put(String owner, String signature, NativeMethod implementation) {
        if (entries.put(owner + "." + signature, implementation) != null) {
            throw new IllegalStateException(owner + "." + signature + " is implemented twice");
        }
    }

    /** Adds a method, or replaces the entry that it has. */
    public void replace(String owner, String signature, NativeMethod implementation) {
        entries.put(owner + "." + signature, implementation);
    }

    /** Adds one implementation for several methods of a class. */
    void putAll(String owner, List<String> signatures, NativeMethod implementation) {
        signatures.forEach(signature -> put(owner, signature, implementation));
    }

    /** Returns the implementation of a method, or null if its bytecode is to be run. */
    public NativeMethod find(VmMethod method) {
        String signature = method.name() + method.descriptor();
        NativeMethod found = entries.get(method.owner().name() + "." + signature);
        return found == null && method.isNative() && PREPARATIONS.contains(signature) ? NOTHING : found;
    }
}
