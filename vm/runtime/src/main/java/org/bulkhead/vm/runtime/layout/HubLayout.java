package org.bulkhead.vm.runtime.layout;

/**
 * The layout of a <em>hub</em>, the read-only descriptor of a type that each object's header points to.
 *
 * <pre>
 *   0 u32 instance size in bytes (classes), rounded to the alignment; 0 otherwise
 *   4 u8  kind   5 u8 log2 of the element size   6 u8 array base   7 u8 flags
 *   8 u32 mirror: the java.lang.Class object
 *  12 u32 hub of the superclass, or 0
 *  16 u32 hub of the component type (arrays), or 0
 *  20 u32 hub of the array type of this type, or 0 if the image has none
 *  24 u32 reference map: u32 count, then u32 offset of each reference field, ascending
 *  28 u32 all superinterfaces (of an interface, itself included): u32 count, then u32 hub each
 *  32 u32 interface table: u32 mask, u32 0, then mask+1 entries of {u32 interface method number, u32 code};
 *         method n is looked for from entry (n and mask) on, upwards and wrapping; number 0 marks an empty entry
 *  36 u32 depth: number of superclasses (Object: 0)
 *  40 u32 address of the initialisation state word (see {@link InitState}), or 0 if the class was initialised at build time
 *  44 u32 code of the class initialiser, or 0
 *  48 u32 access flags of the class file (JVMS table 4.1-B; inner classes: from InnerClasses)
 *  52 u32 number of virtual table entries
 *  56 u32 display[8]: hub of the superclass at depth 0..7, this type included, 0 beyond
 *  88 u32 code of the static method values() of an enum class, or 0
 *  92 u32 record of names, members and annotations (see {@link MembersLayout}), or 0: only programs with open classes have any
 *  96 u32 virtual table: code of each virtual method
 * </pre>
 */
public final class HubLayout {
    public static final int INSTANCE_SIZE = 0;
    public static final int KIND = 4;
    public static final int LOG_ELEMENT_SIZE = 5;
    public static final int ARRAY_BASE = 6;
    public static final int FLAGS = 7;
    public static final int MIRROR = 8;
    public static final int SUPERCLASS = 12;
    public static final int COMPONENT = 16;
    public static final int ARRAY_HUB = 20;
    public static final int REFERENCE_MAP = 24;
    public static final int INTERFACES = 28;
    public static final int INTERFACE_TABLE = 32;
    public static final int DEPTH = 36;
    public static final int INIT_STATE = 40;
    public static final int CLASS_INITIALIZER = 44;
    public static final int ACCESS_FLAGS = 48;
    public static final int VTABLE_LENGTH = 52;
    public static final int DISPLAY = 56;
    public static final int DISPLAY_LENGTH = 8;
    public static final int ENUM_VALUES = 88;
    public static final int MEMBERS = 92;
    public static final int VTABLE = 96;

    /** Kinds of types. */
    public static final int KIND_CLASS = 0;
    public static final int KIND_INTERFACE = 1;
    public static final int KIND_PRIMITIVE = 2;
    public static final int KIND_REFERENCE_ARRAY = 3;
    public static final int KIND_PRIMITIVE_ARRAY = 4;

    /** Flag: implements Cloneable (arrays: always). */
    public static final int FLAG_CLONEABLE = 1;
    /** Flag: a subclass of java.lang.ref.Reference. */
    public static final int FLAG_REFERENCE = 2;
    /** Flag: a subclass of java.lang.ref.SoftReference. */
    public static final int FLAG_SOFT_REFERENCE = 8;
    /** Flag: an interface that itself declares a method that is neither abstract nor static; such an interface is initialised before the classes that implement it (JVMS §5.5). */
    public static final int FLAG_DEFAULT_METHODS = 4;

    /** Offset of the entries of an interface table. */
    public static final int INTERFACE_TABLE_ENTRIES = 8;
    /** Bytes of an entry of an interface table. */
    public static final int INTERFACE_TABLE_ENTRY_SIZE = 8;

    private HubLayout() {}
}
