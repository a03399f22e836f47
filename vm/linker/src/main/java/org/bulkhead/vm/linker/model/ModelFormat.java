package org.bulkhead.vm.linker.model;

/**
 * The layout of an image model, little-endian.
 *
 * <pre>
 *   0 "BLKHDMDL"   8 u32 version   12 u32 bytes of the file   16 identity of the image, 16 bytes
 *  32 u32 highest number of an interface method   36 u32 0
 *  40 for each {@link Table}: u32 offset, u32 number of entries
 *
 * STRINGS   u32 offset each, of: u32 bytes, modified UTF-8
 * TYPES     u32 offset each, by ascending name, of:
 *             u32 name   u32 hub   u32 mirror   u32 initialisation state word   u32 flags
 *             u32 number of all supertypes, then u32 type each
 *             u32 number of methods, then {u32 name, u32 descriptor, u32 code or 0, u32 interface method number or 0, u32 flags} each
 *             u32 number of static fields with memory, then {u32 name, u32 descriptor, u32 address} each
 *             u32 number of dormant static fields, then {u32 name, u32 descriptor, u32 dormant kind, u64 value} each
 * LITERALS  {u32 string, u32 address} each, by ascending value
 * ROUTINES  {u32 name, u32 address} each
 * PAGES     {u32 address, plus 1 for a page of the data section, 4096 bytes} each, by ascending address: what a module may replace
 * OBJECTS   u32 offset each, of a dormant object: u32 object kind, u32 type or string, u32 identity hash or 0, u32 array length, u32 bytes behind the header, those bytes
 * SUBSTITUTIONS  {u32 name, u32 name of its target} each, internal names, in the order in which they are merged
 * </pre>
 * Strings and types are named by their index. A reference in a dormant object is 0, the index of a dormant object plus 1, or with the highest bit set the address of an object of the image.
 */
final class ModelFormat {
    static final byte[] MAGIC = {'B', 'L', 'K', 'H', 'D', 'M', 'D', 'L'};
    static final int VERSION = 2;
    static final int VERSION_AT = 8;
    static final int SIZE_AT = 12;
    static final int IDENTITY_AT = 16;
    static final int LAST_NUMBER_AT = 32;
    static final int TABLES_AT = 40;
    static final int TABLE_ENTRY = 8;
    static final int PAGE_SIZE = 4096;

    /** The tables of a model. */
    enum Table { STRINGS, TYPES, LITERALS, ROUTINES, PAGES, OBJECTS, SUBSTITUTIONS }

    static final int HEADER_SIZE = TABLES_AT + Table.values().length * TABLE_ENTRY;

    /** Flag of a type: the image makes instances of it. */
    static final int INSTANTIATED = 1;
    /** Flag of a type: its initialiser ran while the image was built. */
    static final int INITIALIZED = 2;
    /** Flag of a method: the image calls it through a table. */
    static final int CALLED = 1;

    /** Flag of a page: it is one of the data section, not of the metadata. */
    static final int DATA_PAGE = 1;

    /** Kinds of dormant static fields: bits, a reference, something that exists only while building. */
    static final int BITS = 0;
    static final int REFERENCE = 1;
    static final int UNAVAILABLE = 2;

    /** Kinds of dormant objects: an instance, an array, the Class object of a type, an interned string. */
    static final int INSTANCE = 0;
    static final int ARRAY = 1;
    static final int MIRROR = 2;
    static final int LITERAL = 3;

    private ModelFormat() {}
}
