package org.bulkhead.vm.linker.heap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.World;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/**
 * The objects of an image while it is built, in target layout, and the values of its static fields.
 *
 * <p>A reference is a build address: a multiple of 8, 0 being null; the heap of a module also refers to objects of its image (see {@link #baseReference}). The hub word of an object holds {@link HeapType#number} of its type and its status word is 0; the linker replaces both.
 * Nothing is ever freed or moved while building: an image holds only what the linker reaches. All numbering (types, identity hashes, addresses) depends on nothing but the order of calls. Not thread-safe.
 */
public final class ImageHeap extends HeapMemory {
    /** Marks a reference to an object of the base, whose address is in the other bits. */
    private static final int BASE_OBJECT = 0x8000_0000;

    private final TypeSystem types;
    private final HeapBase base;
    private final List<HeapType> numbered = new ArrayList<>();
    private final Map<VmType, HeapType> heapTypes = new HashMap<>();
    private final Map<VmField, Integer> staticSlots = new LinkedHashMap<>();
    private long[] statics = new long[1024];
    private final Map<World, Map<String, Integer>> literals = new EnumMap<>(World.class);
    private final IdentityHashes hashes = new IdentityHashes();
    private final Strings strings;
    private final Mirrors mirrors;
    private final BitSet watchedSlots = new BitSet();
    private boolean disturbed;

    public ImageHeap(TypeSystem types) {
        this(types, HeapBase.NOTHING);
    }

    /** Begins a heap whose objects may refer to those of a base. */
    public ImageHeap(TypeSystem types, HeapBase base) {
        this.types = types;
        this.base = base;
        for (World world : World.values()) {
            literals.put(world, new LinkedHashMap<>());
        }
        numbered.add(null);
        strings = new Strings(this);
        mirrors = new Mirrors(this);
    }

    /** Returns the reference by which objects of this heap refer to the base's object at {@code address}; 0 for 0. */
    public static int baseReference(int address) {
        return address == 0 ? 0 : address | BASE_OBJECT;
    }

    /** Returns whether a reference is to an object of the base; such objects are neither read nor written here. */
    public static boolean isBaseObject(int ref) {
        return ref < 0;
    }

    /** Returns the address of an object of the base. */
    public static int baseAddress(int ref) {
        return ref & ~BASE_OBJECT;
    }

    public TypeSystem types() {
        return types;
    }

    /** Returns what the heap knows of a type, giving it a number if it has none yet. */
    public HeapType heapType(VmType type) {
        HeapType known = heapTypes.get(type);
        if (known == null) {
            known = new HeapType(type, numbered.size());
            numbered.add(known);
            heapTypes.put(type, known);
        }
        return known;
    }

    /** Returns what the heap knows of the type of an object. */
    public HeapType heapTypeOf(int ref) {
        return numbered.get(getInt(ref, ObjectLayout.HUB));
    }

    /** Returns the type of an object or array. */
    public VmType typeOf(int ref) {
        return heapTypeOf(ref).type();
    }

    /** Makes a zeroed instance of a class; its initialiser and constructor are the caller's business. */
    public int allocateInstance(VmType type) {
        return allocateInstance(heapType(type));
    }

    /** Makes a zeroed instance of a class. */
    public int allocateInstance(HeapType type) {
        int ref = allocate(type.instanceSize());
        putInt(ref, ObjectLayout.HUB, type.number());
        return ref;
    }

    /** Makes a zeroed array of {@code length} (not negative) elements of the array type {@code arrayType}. */
    public int allocateArray(VmType arrayType, int length) {
        return allocateArray(heapType(arrayType), length);
    }

    /** Makes a zeroed array of {@code length} (not negative) elements. */
    public int allocateArray(HeapType type, int length) {
        int ref = allocate(ObjectLayout.arraySize(type.logElementSize(), length));
        putInt(ref, ObjectLayout.HUB, type.number());
        putInt(ref, ObjectLayout.ARRAY_LENGTH, length);
        return ref;
    }

    public int arrayLength(int ref) {
        return getInt(ref, ObjectLayout.ARRAY_LENGTH);
    }

    /** Returns the offset of an element from the start of the array. */
    public int elementOffset(int ref, int index) {
        HeapType type = heapTypeOf(ref);
        return type.arrayBase() + (index << type.logElementSize());
    }

    /** Returns the bytes that an object occupies, a multiple of the alignment, without room for a stored identity hash. */
    public int sizeOf(int ref) {
        HeapType type = heapTypeOf(ref);
        return type.isArray() ? (int) ObjectLayout.arraySize(type.logElementSize(), arrayLength(ref)) : type.instanceSize();
    }

    /** Returns the reference at an offset of an object, 0 for null. */
    public int getReference(int ref, int offset) {
        return getInt(ref, offset);
    }

    public void putReference(int ref, int offset, int value) {
        putInt(ref, offset, value);
    }

    /** Calls {@code visitor} for each reference other than null that an object holds, by ascending offset. */
    public void forEachReference(int ref, ReferenceVisitor visitor) {
        HeapType type = heapTypeOf(ref);
        if (type.isReferenceArray()) {
            int length = arrayLength(ref);
            for (int i = 0, offset = type.arrayBase(); i < length; i++, offset += ObjectLayout.REFERENCE_SIZE) {
                visit(ref, offset, visitor);
            }
        } else {
            for (int offset : type.referenceOffsets()) {
                visit(ref, offset, visitor);
            }
        }
    }

    private void visit(int ref, int offset, ReferenceVisitor visitor) {
        int target = getInt(ref, offset);
        if (target != 0) {
            visitor.visit(offset, target);
        }
    }

    /** Returns the value of an instance field, extended to 64 bits as {@link #getStatic} describes. */
    public long getField(int ref, VmField field) {
        int offset = field.offset();
        return switch (field.descriptor().charAt(0)) {
            case 'Z', 'B' -> getByte(ref, offset);
            case 'C' -> getChar(ref, offset);
            case 'S' -> getShort(ref, offset);
            default -> field.size() == Long.BYTES ? getLong(ref, offset) : getInt(ref, offset);
        };
    }

    /** Sets an instance field to the low bits of {@code value}. */
    public void putField(int ref, VmField field, long value) {
        int offset = field.offset();
        switch (field.size()) {
            case Byte.BYTES -> putByte(ref, offset, (byte) value);
            case Short.BYTES -> putShort(ref, offset, (short) value);
            case Integer.BYTES -> putInt(ref, offset, (int) value);
            default -> putLong(ref, offset, value);
        }
    }

    /**
     * Returns the value of a static field: integers sign-extended (char and boolean zero-extended), float and double as raw bits, references as build addresses.
     * A field never set has its ConstantValue, or 0; so this is right for lazily initialised classes as well.
     */
    public long getStatic(VmField field) {
        // The slot first: giving a field a slot may replace the array.
        int slot = staticSlot(field);
        return statics[slot];
    }

    /** Sets a static field. */
    public void putStatic(VmField field, long value) {
        putSlot(staticSlot(field), value);
    }

    /** Gives a static field the value it has before its class is initialised: its ConstantValue or 0. */
    public void resetStatic(VmField field) {
        putStatic(field, initialValue(field));
    }

    /** Returns whether a static field has the value that it has before its class is initialised. */
    public boolean hasInitialValue(VmField field) {
        return getStatic(field) == initialValue(field);
    }

    /** Returns the static fields that have been touched so far, in the order of the first touch. */
    public Collection<VmField> touchedStatics() {
        return Collections.unmodifiableCollection(staticSlots.keySet());
    }

    /** Returns the number under which {@link #getSlot} and {@link #putSlot} find a static field; it never changes. */
    public int staticSlot(VmField field) {
        Integer known = staticSlots.get(field);
        if (known != null) {
            return known;
        }
        if (!field.isStatic()) {
            throw new IllegalArgumentException("not a static field: " + field);
        }
        int slot = staticSlots.size();
        staticSlots.put(field, slot);
        if (slot == statics.length) {
            statics = Arrays.copyOf(statics, 2 * slot);
        }
        statics[slot] = initialValue(field);
        base.restore(field, this);
        return slot;
    }

    /** Watches objects and static fields: {@link #takeDisturbance} tells whether any has changed. */
    public void watch(Iterable<Integer> objects, Iterable<VmField> fields) {
        BitSet indexes = new BitSet();
        objects.forEach(ref -> indexes.set(ref / ObjectLayout.ALIGNMENT));
        watch(indexes);
        fields.forEach(field -> watchedSlots.set(staticSlot(field)));
    }

    /** Returns whether anything watched has changed since this was last asked. */
    public boolean takeDisturbance() {
        boolean was = disturbed;
        disturbed = false;
        return was;
    }

    /** A string that remembers its hash is the same string. */
    @Override
    void changed(int ref) {
        disturbed |= !typeOf(ref).name().equals("java/lang/String");
    }

    /** Returns the static field with the number {@code slot}. */
    public long getSlot(int slot) {
        return statics[slot];
    }

    /** Sets the static field with the number {@code slot}. */
    public void putSlot(int slot, long value) {
        disturbed |= watchedSlots.get(slot);
        statics[slot] = value;
    }

    private long initialValue(VmField field) {
        Object constant = field.constantValue();
        if (constant instanceof Integer value) {
            return value;
        } else if (constant instanceof Long value) {
            return value;
        } else if (constant instanceof Float value) {
            return Float.floatToRawIntBits(value);
        } else if (constant instanceof Double value) {
            return Double.doubleToRawLongBits(value);
        } else if (constant instanceof String value) {
            return literal(value, World.of(field.owner()));
        }
        return 0;
    }

    /** Returns the interned string with that value in a world. */
    public int literal(String value, World world) {
        Map<String, Integer> table = literals.get(world);
        Integer known = table.get(value);
        if (known == null) {
            int inBase = base.literal(value);
            known = inBase == 0 ? newString(value) : baseReference(inBase);
            table.put(value, known);
        }
        return known;
    }

    /** Returns the interned string with the value of the string {@code ref}, which becomes it if there was none. */
    public int intern(int ref, World world) {
        Integer known = literals.get(world).putIfAbsent(stringValue(ref), ref);
        return known == null ? ref : known;
    }

    /** Returns the interned strings of a world with their build addresses, in the order of interning. */
    public Map<String, Integer> literals(World world) {
        return Collections.unmodifiableMap(literals.get(world));
    }

    /** Makes a string that is not interned. */
    public int newString(String value) {
        return strings.make(value);
    }

    /** Returns the value of a string object. */
    public String stringValue(int ref) {
        return strings.value(ref);
    }

    /** Returns the java.lang.Class object of a type; its name is set, its hub is for the linker to fill in. */
    public int mirror(VmType type) {
        int inBase = base.mirror(type);
        return inBase == 0 ? mirrors.of(type) : baseReference(inBase);
    }

    /** Returns the type whose mirror {@code ref} is, or null if it is no mirror. */
    public VmType typeOfMirror(int ref) {
        return mirrors.typeOf(ref);
    }

    /** Returns the name of a type as {@code Class.getSimpleName} gives it. */
    public static String simpleName(VmType type) {
        return Mirrors.simpleName(type);
    }

    /** Returns the identity hash of an object, from 1 to 2<sup>31</sup>-1, choosing one if it has none. */
    public int identityHash(int ref) {
        return hashes.of(ref);
    }

    /** Gives an object that was never asked for its identity hash the one that it has in the base. */
    public void setIdentityHash(int ref, int hash) {
        hashes.set(ref, hash);
    }

    /** Returns whether the identity hash of an object was ever asked for, so that the image must store it. */
    public boolean isHashed(int ref) {
        return hashes.isHashed(ref);
    }
}
