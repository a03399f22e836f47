package org.bulkhead.nucleus.abi;

/**
 * Numbers of the system calls: number in rax, arguments in rdi, rsi, rdx, r10, r8, r9; rcx and r11 are lost, all other registers kept.
 * A result of 0 or more is success; a negative one is {@code -(ErrorCode.ordinal() + 1)}. Times are nanoseconds since boot; the deadline {@link #FOREVER} never comes.
 * Unless stated otherwise every isolate may make the call. A refused call changes nothing.
 */
public final class SystemCall {
    /** The deadline that never comes. */
    public static final long FOREVER = Long.MAX_VALUE;
    /** In place of {@link #RECEIVE}'s queue handle: wait for notifications and leave all messages queued, as a driver does that waits for its device in the middle of a request. */
    public static final int NOTIFICATIONS_ONLY = -1;

    /** () → 0. For measuring. */
    public static final int NULL = 0;
    /** (status) never returns: the isolate ends with {@link DeathReason#EXIT}. */
    public static final int EXIT = 1;
    /** (reason, detail address, length) never returns: the isolate's own runtime reports {@link DeathReason#UNCAUGHT_EXCEPTION} or {@link DeathReason#OUT_OF_MEMORY} with up to 256 bytes of UTF-8 text. */
    public static final int ABORT = 2;
    /** (address, length ≤ 4096) → 0. Appends text to the nucleus's log; it also goes to the console of last resort. */
    public static final int LOG = 3;
    /** () → 0. Lets others of the same priority run. */
    public static final int YIELD = 4;
    /** () → nanoseconds since boot. */
    public static final int CLOCK = 5;
    /** (address, length) → 0. Gives back whole pages of the heap window; they read as zero when touched again. */
    public static final int RELEASE_MEMORY = 6;
    /** (first page address, number of pages, address of a bitmap) → 0. Sets bit i of the bitmap if image page i of the range has been written by this isolate. */
    public static final int WRITTEN_PAGES = 7;

    /** (queue handle, message, transfers or 0, deadline) → 0; the reply replaces the message. Errors of the peer's death: see {@link ErrorCode}. Needs {@link Rights#CALL}. */
    public static final int CALL = 8;
    /** (queue handle, message, transfers or 0) → 0. No reply. Needs {@link Rights#SEND}. */
    public static final int SEND = 9;
    /** (queue handle, 0 for all that the isolate serves, or {@link #NOTIFICATIONS_ONLY}, message, deadline) → {@link MessageLayout#RECEIVED_MESSAGE} or {@link MessageLayout#RECEIVED_NOTIFICATION}. Notifications come first. */
    public static final int RECEIVE = 10;
    /** (reply token, message, transfers or 0) → 0, or TOKEN_VOID if the call was cancelled or expired: the reply is dropped. Handles travel with it, leases do not; if the caller has no room for them: NO_RESOURCE, and the call stays in service. Without a list the count in the header is ignored. */
    public static final int REPLY = 11;
    /** (reply token, message, queue handle or 0, deadline, transfers or 0) → as RECEIVE, into the same message. */
    public static final int REPLY_AND_RECEIVE = 12;
    /** (reply token, reason) → 0. The request was malformed; the caller gets REFUSED and it is recorded against it. */
    public static final int REFUSE = 13;
    /** (notification handle, bits) → 0. Needs {@link Rights#NOTIFY}. */
    public static final int NOTIFY = 14;
    /** (token of {@link #SUBMIT}) → 0: the request has ended and is forgotten, the server's token is void; 1: it had ended before, {@link #COLLECT} tells how. */
    public static final int CANCEL = 15;
    /** (reply token, lease index, offset, address, length) → 0. Copies from the caller's lent memory. */
    public static final int LEASE_READ = 16;
    /** (reply token, lease index, offset, address, length) → 0. Copies into the caller's lent memory. */
    public static final int LEASE_WRITE = 17;

    /** (interrupt handle) → 0. Unmasks the line, which is masked whenever it has notified. */
    public static final int INTERRUPT_DONE = 18;
    /** (notification bit 0..63, deadline, period or 0) → 0. Sets the isolate's timer of that bit; deadline FOREVER stops it. */
    public static final int TIMER = 19;
    /** (handle) → 0. */
    public static final int CLOSE = 20;
    /** (handle, rights) → new handle with the intersection of rights. Needs {@link Rights#COPY}. */
    public static final int COPY = 21;
    /** (slots 2..256, rank) → queue handle with all rights. Charged to the caller, who serves it himself until he grants {@link GrantKind#SERVE_QUEUE} to another. */
    public static final int QUEUE_CREATE = 22;

    /** (queue handle, message, transfers or 0, deadline, notification bit 0..63) → token. A call that does not wait: the bit is set when it has ended, and {@link #COLLECT} fetches the reply. It keeps its credit until then. The priority of the caller counts in the queue, but is not lent to the server. Needs {@link Rights#CALL}. */
    public static final int SUBMIT = 23;
    /** (token of {@link #SUBMIT}, message) → 0 and the reply, or the error by which the request ended; then the token is void. NOT_ENDED: not yet; NO_RESOURCE: handles that came with the reply find no room, and it can be collected later. Results outlive server and queue. */
    public static final int COLLECT = 24;
    /** (queue handle, notification bit 0..63) → 1: there is a credit now; 0: the bit is set once, when one has come back; everybody who asked through a handle to the same credits is told. Needs neither right. */
    public static final int AWAIT_CREDIT = 25;
    /**
     * (reply token, lease index, {@link MessageLayout#KIND_LEASE_READ} or {@link MessageLayout#KIND_LEASE_WRITE}, length) → address at which the lent pages are mapped until the request ends.
     * The lease must start and end at multiples of a page, and be of that kind and length, or it is a BAD_LEASE: the caller knows only what its client claims. A write lease can also be read.
     */
    public static final int LEASE_MAP = 26;
    /** (handle, address of a {@link HandleRecord}) → 0. What a handle of the caller names. */
    public static final int HANDLE_INFO = 27;
    /** (handle of a {@link GrantKind#DMA} channel, {@link #DMA_TO_MEMORY} or {@link #DMA_FROM_MEMORY}, offset in its buffer, length) → 0. Builds the descriptors and starts the bus master. Offset and length are even. QUARANTINED before {@link #DMA_READY}. */
    public static final int DMA_START = 28;
    /** (handle of a DMA channel) → the channel's status register as it was. Stops the bus master. */
    public static final int DMA_STOP = 29;
    /** (handle of a DMA channel) → address of the channel's buffer. The caller has reset the device, so nothing of a predecessor's goes on; maps the buffer and ends the quarantine. */
    public static final int DMA_READY = 30;

    // What follows needs the isolate to be a supervisor (Rights.SUPERVISE on its own isolate handle).
    /** (address of an {@link IsolateRecord}) → isolate handle. The isolate is stopped and has no rights yet. */
    public static final int ISOLATE_CREATE = 32;
    /** (isolate handle, {@link GrantKind}, a, b) → index of the handle in the isolate's table. */
    public static final int ISOLATE_GRANT = 33;
    /** (isolate handle) → 0. */
    public static final int ISOLATE_START = 34;
    /** (isolate handle, {@link DeathReason} ordinal) → 0. */
    public static final int ISOLATE_KILL = 35;
    /** (how: {@link #POWER_OFF}, {@link #RESTART}, exit status) never returns. */
    public static final int MACHINE = 36;
    /** (offset from the start of time, address, length ≤ 4096) → offset behind the text of the nucleus's log that was copied: the last {@code length} bytes before it, or fewer if the given offset is closer. Overwritten text is skipped. */
    public static final int READ_LOG = 37;

    /** (isolate handle, handle in that isolate's table) → 0. Takes a right back. */
    public static final int ISOLATE_REVOKE = 38;
    /** (what: {@link #INSPECT_QUEUE} and the like, index ≥ 0, address of the record) → 0, or NO_SUCH_OBJECT beyond the last. */
    public static final int INSPECT = 39;
    /** (0 off, 1 on) → what it was. Whether calls take the fast path; they mean the same either way. */
    public static final int FAST_PATH = 40;

    /**
     * (queue handle) → 0. The tombstone: every request in the queue ends, and its caller learns whether it had been begun; from now on each send, call or submission is refused with OFFLINE, until
     * an isolate is granted {@link GrantKind#SERVE_QUEUE}. Connections stay. Owners of the queue only.
     */
    public static final int QUEUE_OFFLINE = 41;

    // What follows needs the isolate to be a supervisor, or to have Rights.LOAD on its own isolate handle.
    /** () → handle of a module without pages, which nobody runs yet. It lasts for as long as somebody has a handle to it, also one on its way in a message, or an isolate runs it. */
    public static final int MODULE_CREATE = 42;
    /**
     * (module handle, address of a page in {@link AddressSpaceLayout#MODULE_START} … or in the image, {@link #MODULE_CODE} and the like, address of the caller's) → 0. Copies a page into the module.
     * It is new, or replaces one that the module itself has there, or one of the image, which must be of the same kind, METADATA or DATA. BAD_ADDRESS: none of these. SEALED: too late.
     */
    public static final int MODULE_PAGE = 43;
    /** (module handle) → 0. From now on nothing in it changes, and isolates can be made that run it: {@link IsolateRecord#MODULE}. SEALED: it is. */
    public static final int MODULE_SEAL = 44;

    /** One more than the highest number. */
    public static final int COUNT = 45;

    /** Kind of a module's page: read and executed. The kinds' numbers are those of the image's sections. */
    public static final int MODULE_CODE = 3;
    /** Kind of a module's page: read. */
    public static final int MODULE_METADATA = 4;
    /** Kind of a module's page: read, and written by each isolate in a copy of its own. */
    public static final int MODULE_DATA = 5;

    public static final int DMA_TO_MEMORY = 0;
    public static final int DMA_FROM_MEMORY = 1;

    /** Index: place in the pool of queues; {@link QueueStatus}. */
    public static final int INSPECT_QUEUE = 1;
    /** Index: interrupt line 0..15; {@link LineStatus}. */
    public static final int INSPECT_LINE = 2;
    /** Index: 0; {@link MemoryStatus}. */
    public static final int INSPECT_MEMORY = 3;
    /** Index: place in the pool of isolates × 256 + place in its handle table; {@link HandleRecord}. */
    public static final int INSPECT_HANDLE = 4;
    /** Index: sequence number from 0 on since boot; {@link TraceRecord}; NO_SUCH_OBJECT if it has not happened yet or has been overwritten. */
    public static final int INSPECT_TRACE = 5;
    /** Index: place in the pool of isolates; {@link IsolateStatus}. */
    public static final int INSPECT_ISOLATE = 6;
    /** Index: sequence number from 0 on since boot; {@link DeathRecord}; NO_SUCH_OBJECT if it has not happened yet or has been overwritten. */
    public static final int INSPECT_DEATH = 7;
    /** Index: place in the pool of modules; {@link ModuleStatus}. */
    public static final int INSPECT_MODULE = 8;

    /** First argument of {@link #MACHINE}. */
    public static final int POWER_OFF = 0;
    /** First argument of {@link #MACHINE}. */
    public static final int RESTART = 1;

    private SystemCall() {}
}
