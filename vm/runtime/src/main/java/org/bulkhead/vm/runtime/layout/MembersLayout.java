package org.bulkhead.vm.runtime.layout;

/**
 * What reflection knows of a class beyond its hub: names, members and annotations, read-only in the metadata section, found through {@link HubLayout#MEMBERS}.
 *
 * <pre>
 * record (u32 each; 0: there is none)
 *   0 fields      4 methods     8 constructors: u32 count, then entries as below
 *  12 constants: u32 count, then u32 each, what indexes in annotations mean (see below)
 *  16 generic signature: text           20 annotations: bytes       24 type annotations: bytes
 *  28 interfaces named by the class itself, as names
 *  32 declaring class: name             36 name in the source: text; none for anonymous and top-level classes
 *  40 enclosing class: name             44 enclosing method: name    48 its descriptor
 *  52 member classes: names             56 nest host: name           60 nest members: names
 *  64 permitted subclasses: names       68 record components: u32 count, then {name, descriptor, signature, annotations, type annotations}
 *
 * field (u32 each)
 *   0 name   4 descriptor   8 flags   12 signature   16 annotations   20 type annotations
 *  24 offset in the object, or address of the static field; 0 if the program has no memory for it
 *
 * method or constructor (u32 each)
 *   0 name   4 descriptor   8 flags   12 signature   16 annotations   20 type annotations
 *  24 annotations of parameters: bytes  28 default value of an annotation's element: bytes
 *  32 exceptions: names                 36 parameters: u32 count, then {u32 name or 0, u32 flags}
 *  40 code, or 0 if the program has none
 *  44 index in the virtual table plus 1, or 0 if calls are direct (or through the interface table)
 *  48 number of an interface method, or 0
 *
 * text   u16 length, UTF-8            bytes  u32 length, bytes
 * names  u32 count, then u32 text each; a class is named as Class.getName does it
 * </pre>
 * Annotations are as in a class file (JVMS §4.7.16), but the indexes in them count the constants of this record: texts, ints and floats (their bits), or the addresses of the 8 bytes of longs and doubles.
 */
public final class MembersLayout {
    public static final int FIELDS = 0;
    public static final int METHODS = 4;
    public static final int CONSTRUCTORS = 8;
    public static final int CONSTANTS = 12;
    public static final int CLASS_SIGNATURE = 16;
    public static final int CLASS_ANNOTATIONS = 20;
    public static final int CLASS_TYPE_ANNOTATIONS = 24;
    public static final int INTERFACES = 28;
    public static final int DECLARING_CLASS = 32;
    public static final int SOURCE_NAME = 36;
    public static final int ENCLOSING_CLASS = 40;
    public static final int ENCLOSING_METHOD = 44;
    public static final int ENCLOSING_DESCRIPTOR = 48;
    public static final int MEMBER_CLASSES = 52;
    public static final int NEST_HOST = 56;
    public static final int NEST_MEMBERS = 60;
    public static final int PERMITTED_SUBCLASSES = 64;
    public static final int RECORD_COMPONENTS = 68;
    public static final int SIZE = 72;

    /** Bytes of the count before each list. */
    public static final int LIST_HEADER = 4;

    /** Offsets that fields, methods and constructors share. */
    public static final int NAME = 0;
    public static final int DESCRIPTOR = 4;
    public static final int FLAGS = 8;
    public static final int SIGNATURE = 12;
    public static final int ANNOTATIONS = 16;
    public static final int TYPE_ANNOTATIONS = 20;

    public static final int FIELD_PLACE = 24;
    public static final int FIELD_SIZE = 28;

    public static final int PARAMETER_ANNOTATIONS = 24;
    public static final int DEFAULT_VALUE = 28;
    public static final int EXCEPTIONS = 32;
    public static final int PARAMETERS = 36;
    public static final int CODE = 40;
    public static final int VIRTUAL_INDEX = 44;
    public static final int INTERFACE_NUMBER = 48;
    public static final int METHOD_SIZE = 52;

    public static final int PARAMETER_SIZE = 8;
    public static final int PARAMETER_FLAGS = 4;

    public static final int COMPONENT_NAME = 0;
    public static final int COMPONENT_DESCRIPTOR = 4;
    public static final int COMPONENT_SIGNATURE = 8;
    public static final int COMPONENT_ANNOTATIONS = 12;
    public static final int COMPONENT_TYPE_ANNOTATIONS = 16;
    public static final int COMPONENT_SIZE = 20;

    private MembersLayout() {}
}
