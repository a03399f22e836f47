package org.bulkhead.vm.runtime;


/**
 * Where the parts of the image lie. The builder fills these fields in when it has placed everything; all are addresses below 4 GiB.
 *
 * <p>On HotSpot they are 0 unless a test sets them.
 */
public final class ImageInfo {
    /** First entry of the code table. */
    public static int codeTable;
    /** Number of entries of the code table. */
    public static int codeTableLength;
    /** First object of the image heap; objects that hold references come first. */
    public static int heapStart;
    /** First byte behind the last image object that can hold references. */
    public static int heapReferencesEnd;
    /** First byte behind the image heap. */
    public static int heapEnd;
    /**
     * A table with 4 bytes for each page from the one of {@link #heapStart} on, up to {@link #heapReferencesEnd}: the object that covers the page's first byte,
     * or the first object of all for the first page.
     */
    public static int heapPages;
    /** First static field that holds a reference (4 bytes each). */
    public static int staticReferencesStart;
    /** First byte behind the last static field that holds a reference. */
    public static int staticReferencesEnd;
    /** All string literals of the image, sorted; seeds {@link String#intern}. */
    public static String[] literals;
    /** Mirrors of all types that have a hub and can be found by name, sorted by name. */
    public static Class<?>[] classes;

    /** Code of {@code Routine.FAULT_ENTRY}. */
    public static int faultEntry;
    /** Code of {@code Routine.SIGNAL_HANDLER}; 0 in images that do not run on Linux. */
    public static int signalHandler;
    /** Code of {@code Routine.SIGNAL_RETURN}; 0 in images that do not run on Linux. */
    public static int signalReturn;

    /** The image's identity, a digest of what is in it, in two parts. */
    public static long identityLow;
    /** The second part of {@link #identityLow}. */
    public static long identityHigh;

    /** What the module of this isolate runs; null without a module. The fields that follow describe the module's parts as those above do the image's. */
    public static ModuleProgram module;
    /** First entry of the module's code table. */
    public static int moduleCodeTable;
    /** Number of entries of the module's code table. */
    public static int moduleCodeTableLength;
    /** First object of the module's heap. */
    public static int moduleHeapStart;
    /** First byte behind the last object of the module's heap that can hold references. */
    public static int moduleHeapReferencesEnd;
    /** First byte behind the module's heap. */
    public static int moduleHeapEnd;
    /** As {@link #heapPages}. */
    public static int moduleHeapPages;
    /** The module's first static field that holds a reference. */
    public static int moduleStaticReferencesStart;
    /** First byte behind the module's last static field that holds a reference. */
    public static int moduleStaticReferencesEnd;
    /** String literals that the module has and the image does not, sorted. */
    public static String[] moduleLiterals;
    /** Mirrors of types whose hub is the module's, sorted by name. */
    public static Class<?>[] moduleClasses;
    /** Code that stands in tables for methods that the image has not compiled. */
    public static int abstractCalled;
    /** Files of the class path that are no classes: u32 count, then {u32 name, u32 content} sorted by name, both as in {@code MembersLayout}; 0 if there are none. */
    public static int resources;
    /** Proxy classes that were made while building. */
    public static Class<?>[] proxies;

    private ImageInfo() {}
}
