package org.bulkhead.vm.linker.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.vm.linker.LinkProblem;
import org.bulkhead.vm.linker.model.ModelFormat.Table;

/**
 * What is in an image, read from its model. Parts are read when they are first asked for: a module needs a small part of what an image has.
 *
 * <p>Every question can throw a {@link LinkProblem} that says where the model is damaged.
 */
public final class ImageModel {
    private static final int OBJECT_HEADER = 5;

    private final byte[] bytes;
    private final int[] tables = new int[Table.values().length];
    private final int[] counts = new int[Table.values().length];
    private final String[] strings;
    private final ModelType[] types;
    /** For each type, the types below it; made when first asked for. */
    private Map<Integer, List<Integer>> subtypes;

    /**
     * Begins to read a model; keeps the array.
     *
     * @throws LinkProblem if the bytes are no model, or one of another version
     */
    public ImageModel(byte[] bytes) {
        this.bytes = bytes;
        if (bytes.length < ModelFormat.HEADER_SIZE || !Arrays.equals(ModelFormat.MAGIC, Arrays.copyOf(bytes, ModelFormat.MAGIC.length))) {
            throw new LinkProblem("this is no image model: name the file that was written with the image");
        }
        ModelBytes header = new ModelBytes(bytes, ModelFormat.VERSION_AT);
        int version = header.readInt();
        if (version != ModelFormat.VERSION) {
            throw new LinkProblem("the image model has version " + version + ", not " + ModelFormat.VERSION + ": build the image again");
        }
        int size = header.readInt();
        if (size != bytes.length) {
            throw ModelBytes.damaged("it should have " + size + " bytes and has " + bytes.length);
        }
        ModelBytes directory = new ModelBytes(bytes, ModelFormat.TABLES_AT);
        for (int i = 0; i < tables.length; i++) {
            tables[i] = directory.readInt();
            counts[i] = directory.readInt();
            if (tables[i] < 0 || tables[i] > bytes.length || counts[i] < 0 || counts[i] > bytes.length / Integer.BYTES) {
                throw ModelBytes.damaged("its table of " + Table.values()[i] + " lies outside");
            }
        }
        strings = new String[counts[Table.STRINGS.ordinal()]];
        types = new ModelType[counts[Table.TYPES.ordinal()]];
    }

    /** Returns the 16 bytes by which the image is told from others. */
    public byte[] identity() {
        return Arrays.copyOfRange(bytes, ModelFormat.IDENTITY_AT, ModelFormat.LAST_NUMBER_AT);
    }

    /** Returns the highest number that an interface method has. */
    int lastInterfaceNumber() {
        return new ModelBytes(bytes, ModelFormat.LAST_NUMBER_AT).readInt();
    }

    private int count(Table table) {
        return counts[table.ordinal()];
    }

    /** Returns a reader at what entry {@code index} of a table of offsets points to. */
    private ModelBytes entry(Table table, int index) {
        if (index < 0 || index >= count(table)) {
            throw ModelBytes.damaged("there is no entry " + index + " among its " + table);
        }
        return new ModelBytes(bytes, new ModelBytes(bytes, tables[table.ordinal()] + index * Integer.BYTES).readInt());
    }

    String string(int index) {
        if (index >= 0 && index < strings.length && strings[index] != null) {
            return strings[index];
        }
        String read = entry(Table.STRINGS, index).readString();
        strings[index] = read;
        return read;
    }

    ModelType type(int index) {
        if (index >= 0 && index < types.length && types[index] != null) {
            return types[index];
        }
        ModelType read = ModelType.read(this, entry(Table.TYPES, index));
        types[index] = read;
        return read;
    }

    /** Returns what the image knows of the type with that internal name, or null. */
    ModelType type(String name) {
        int index = typeIndex(name);
        return index < 0 ? null : type(index);
    }

    /** Returns the index of the type with that internal name, or -1. */
    private int typeIndex(String name) {
        int low = 0;
        int high = types.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = string(entry(Table.TYPES, middle).readInt()).compareTo(name);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** Returns the types that have {@code name} among their supertypes, by ascending name. */
    List<ModelType> subtypes(String name) {
        if (subtypes == null) {
            subtypes = new HashMap<>();
            for (int i = 0; i < types.length; i++) {
                for (int supertype : ModelType.readSupertypes(entry(Table.TYPES, i))) {
                    subtypes.computeIfAbsent(supertype, key -> new ArrayList<>()).add(i);
                }
            }
        }
        List<ModelType> found = new ArrayList<>();
        for (int each : subtypes.getOrDefault(typeIndex(name), List.of())) {
            found.add(type(each));
        }
        return found;
    }

    /** Returns the address of an interned string, or 0. */
    int literal(String value) {
        int low = 0;
        int high = count(Table.LITERALS) - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            ModelBytes pair = pair(Table.LITERALS, middle);
            int order = string(pair.readInt()).compareTo(value);
            if (order == 0) {
                return pair.readInt();
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return 0;
    }

    private ModelBytes pair(Table table, int index) {
        return new ModelBytes(bytes, tables[table.ordinal()] + index * 2 * Integer.BYTES);
    }

    /** Returns the address of a routine, or 0. */
    int routine(String name) {
        for (int i = 0; i < count(Table.ROUTINES); i++) {
            ModelBytes pair = pair(Table.ROUTINES, i);
            if (string(pair.readInt()).equals(name)) {
                return pair.readInt();
            }
        }
        return 0;
    }

    /** Returns the target of each substitution of the class library, by internal names, in the order in which they are merged. */
    public Map<String, String> substitutions() {
        Map<String, String> substitutions = new LinkedHashMap<>();
        for (int i = 0; i < count(Table.SUBSTITUTIONS); i++) {
            ModelBytes pair = pair(Table.SUBSTITUTIONS, i);
            substitutions.put(string(pair.readInt()), string(pair.readInt()));
        }
        return substitutions;
    }

    /** A page of the image: its address, whether it is one of the data section rather than of the metadata, its 4096 bytes. */
    public record Page(int address, boolean isData, byte[] content) {}

    /**
     * Returns a copy of the page of the image at {@code address}, a multiple of its size.
     *
     * @throws LinkProblem if the model does not have it, because nothing there is a module's to replace
     */
    public Page page(int address) {
        int size = Integer.BYTES + ModelFormat.PAGE_SIZE;
        for (int i = 0; i < count(Table.PAGES); i++) {
            ModelBytes page = new ModelBytes(bytes, tables[Table.PAGES.ordinal()] + i * size);
            int found = page.readInt();
            if ((found & ~ModelFormat.DATA_PAGE) == address) {
                return new Page(address, (found & ModelFormat.DATA_PAGE) != 0, page.readBytes(ModelFormat.PAGE_SIZE));
            }
        }
        throw ModelBytes.damaged("it has no page at " + Integer.toHexString(address));
    }

    /** A dormant object as the model keeps it; which of the parts mean something follows from the kind. */
    record Object(int kind, int typeOrString, int hash, int length, byte[] content) {}

    Object object(int index) {
        ModelBytes in = entry(Table.OBJECTS, index);
        int[] header = new int[OBJECT_HEADER];
        for (int i = 0; i < OBJECT_HEADER; i++) {
            header[i] = in.readInt();
        }
        return new Object(header[0], header[1], header[2], header[3], in.readBytes(header[4]));
    }
}
