package org.bulkhead.nucleus.abi;

/**
 * The address space, the same in every isolate.
 *
 * <pre>
 * 0x0000_0000  never mapped (1 MiB)
 * 0x0010_0000  image: nucleus (supervisor only), isolate code r-x, metadata r--, heap and statics copy on write
 * 0x0400_0000  module that the isolate runs, if any: code r-x, metadata r--, data copy on write
 * 0x1000_0000  windows: 2 MiB for each place of the handle table, for device memory and DMA buffers
 * 0x1800_0000  windows: mapped leases, 64 KiB for each
 * 0x2000_0000  heap window, zero pages on demand up to the isolate's limit: first 128 KiB of raw memory that no collector moves (messages, lent buffers), then the Java heap
 * 0xEF00_0000  stack of the first thread: 1 MiB on demand, ending at 0xEF10_0000; nothing is mapped for 1 MiB below it
 * 0x1_0000_0000 end of what isolates can name
 * 0xFFFF_8000_0000_0000  all physical memory, supervisor only
 * </pre>
 */
public final class AddressSpaceLayout {
    public static final long NULL_END = 0x10_0000;
    public static final long IMAGE_START = 0x10_0000;
    /** Where modules have pages of their own; the image ends before. */
    public static final long MODULE_START = 0x400_0000;
    public static final long MODULE_END = 0x1000_0000;
    public static final long WINDOWS_START = 0x1000_0000;
    /** Most bytes of device memory that one handle shows; the handle's place in the table says where. */
    public static final long WINDOW_SIZE = 0x20_0000;
    /** Bytes of a region of kept memory, {@link GrantKind#KEPT_MEMORY}. */
    public static final long KEPT_SIZE = 0x4_0000;
    public static final long LEASES_START = 0x1800_0000;
    /** Most bytes of a lease that can be mapped. */
    public static final long LEASE_SIZE = 0x1_0000;
    public static final long HEAP_START = 0x2000_0000;
    public static final long HEAP_END = 0xE000_0000L;
    /** Raw memory: outside the Java heap, never moved, part of the isolate's heap limit; the isolate API hands it out. */
    public static final long RAW_MEMORY_START = HEAP_START;
    public static final long RAW_MEMORY_SIZE = 128 * 1024;
    /** The end of the raw memory, which the VM's runtime keeps for itself: what it passes to system calls where it must not allocate. */
    public static final long RUNTIME_SCRATCH_SIZE = 4096;
    public static final long RUNTIME_SCRATCH = RAW_MEMORY_START + RAW_MEMORY_SIZE - RUNTIME_SCRATCH_SIZE;
    /** Where the Java heap proper begins. */
    public static final long JAVA_HEAP_START = RAW_MEMORY_START + RAW_MEMORY_SIZE;
    /** Heap limit of the first isolate (program 0, the supervisor), which the nucleus makes by itself; all others have theirs from the supervisor. */
    public static final long FIRST_ISOLATE_HEAP = 4 * 1024 * 1024;
    /** A memory fault from here to {@link #STACK_START} is a stack overflow. */
    public static final long STACK_GUARD = 0xEEF0_0000L;
    public static final long STACK_START = 0xEF00_0000L;
    public static final long STACK_END = 0xEF10_0000L;
    public static final long USER_END = 0x1_0000_0000L;
    public static final long PHYSICAL_WINDOW = 0xFFFF_8000_0000_0000L;

    private AddressSpaceLayout() {}
}
