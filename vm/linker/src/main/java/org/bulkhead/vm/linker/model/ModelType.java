package org.bulkhead.vm.linker.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model knows of one type; addresses are 0 for what the image does not have.
 *
 * @param name internal name
 * @param hub address of the hub
 * @param mirror address of the Class object
 * @param state address of the initialisation state word
 * @param isInstantiated whether the image makes instances
 * @param isInitialized whether the initialiser ran while the image was built
 * @param supertypes indexes of all supertypes
 * @param methods by name and descriptor
 * @param statics addresses of static fields by {@link #fieldKey}
 * @param dormant static fields that the image does without, by {@link #fieldKey}
 */
record ModelType(String name, int hub, int mirror, int state, boolean isInstantiated, boolean isInitialized, int[] supertypes, Map<String, Method> methods, Map<String, Integer> statics, Map<String, Dormant> dormant) {
    /** Numbers before the list of supertypes. */
    private static final int FIXED_PART = 5;

    /** A method: its code, its number as an interface method, whether the image calls it through a table. */
    record Method(String name, String descriptor, int code, int number, boolean isCalled) {}

    /** A static field's kind (see {@link ModelFormat}) and value. */
    record Dormant(int kind, long value) {}

    static String fieldKey(String name, String descriptor) {
        return name + ":" + descriptor;
    }

    /** Reads the supertypes alone. */
    static int[] readSupertypes(ModelBytes in) {
        for (int i = 0; i < FIXED_PART; i++) {
            in.readInt();
        }
        int[] supertypes = new int[in.readCount(Integer.BYTES)];
        for (int i = 0; i < supertypes.length; i++) {
            supertypes[i] = in.readInt();
        }
        return supertypes;
    }

    static ModelType read(ImageModel model, ModelBytes in) {
        int[] supertypes = readSupertypes(in.copy());
        String name = model.string(in.readInt());
        int hub = in.readInt();
        int mirror = in.readInt();
        int state = in.readInt();
        int flags = in.readInt();
        in.readBytes(Integer.BYTES * in.readCount(Integer.BYTES));
        Map<String, Method> methods = new LinkedHashMap<>();
        for (int i = in.readCount(5 * Integer.BYTES); i > 0; i--) {
            Method method = new Method(model.string(in.readInt()), model.string(in.readInt()), in.readInt(), in.readInt(), (in.readInt() & ModelFormat.CALLED) != 0);
            methods.put(method.name() + method.descriptor(), method);
        }
        Map<String, Integer> statics = new HashMap<>();
        for (int i = in.readCount(3 * Integer.BYTES); i > 0; i--) {
            statics.put(fieldKey(model.string(in.readInt()), model.string(in.readInt())), in.readInt());
        }
        Map<String, Dormant> dormant = new HashMap<>();
        for (int i = in.readCount(5 * Integer.BYTES); i > 0; i--) {
            dormant.put(fieldKey(model.string(in.readInt()), model.string(in.readInt())), new Dormant(in.readInt(), in.readInt() & 0xFFFF_FFFFL | (long) in.readInt() << Integer.SIZE));
        }
        return new ModelType(name, hub, mirror, state, (flags & ModelFormat.INSTANTIATED) != 0, (flags & ModelFormat.INITIALIZED) != 0, supertypes, methods, statics, dormant);
    }
}
