package org.bulkhead.isolate.protocol;

/**
 * Connects programs with the terminals of those who run them. A <em>session</em> is one run of a program, known by its program number: what the program writes, what was typed for it, and the words of its command line.
 *
 * <p>Both streams are numbered, byte by byte, from 0 on: whoever asks for number n has all before it, and only then they are forgotten. So no byte is lost or comes twice, whoever dies meanwhile, but for the session
 * itself, which lives as long as the service does.
 */
@Protocol
public interface Terminals {
    /** Name of the service. */
    String SERVICE = "terminals";
    /** Most bytes that one request carries. */
    int TRANSFER_LIMIT = CharacterDevice.TRANSFER_LIMIT;
    /** Most bytes of the words of a command line, each ended by a zero byte. */
    int ARGUMENTS_LIMIT = 4096;

    /**
     * Begins a session of the caller's, and forgets one that the program had before. For whoever runs the program, before it starts.
     *
     * @param program number of the program
     */
    @Idempotent
    void open(int program);

    /**
     * Adds to the words of the session's command line.
     *
     * @param program number of the program
     * @param offset bytes that were added before
     * @param piece of the words, UTF-8, each ended by a zero byte
     * @throws TerminalException if the session is not the caller's, or the words are too long
     */
    @Idempotent
    void addArguments(int program, int offset, @MaxLength(TRANSFER_LIMIT) byte[] piece) throws TerminalException;

    /**
     * Types.
     *
     * @param program number of the program
     * @param first number of the first byte
     * @param bytes what is typed; what came before is not taken again
     * @return number of the first byte that there was no room for: what to type next
     * @throws TerminalException if the session is not the caller's
     */
    @Idempotent
    long type(int program, long first, @MaxLength(TRANSFER_LIMIT) byte[] bytes) throws TerminalException;

    /**
     * Says that nothing more will be typed.
     *
     * @param program number of the program
     * @throws TerminalException if the session is not the caller's
     */
    @Idempotent
    void endInput(int program) throws TerminalException;

    /**
     * Waits until the program has written something, and returns it.
     *
     * @param program number of the program
     * @param next number of the byte that is wanted, all before which are acknowledged
     * @param timeout nanoseconds to wait; then {@link org.bulkhead.isolate.call.DeadlineException} is thrown, and nothing is lost
     * @return what the program has written from number {@code next} on; nothing if the session has been replaced meanwhile
     * @throws TerminalException if the session is not the caller's
     */
    @Deferred
    @Idempotent
    Input output(int program, long next, @Timeout long timeout) throws TerminalException;

    /**
     * Ends a session; does nothing if it is not the caller's.
     *
     * @param program number of the program
     */
    @Idempotent
    void close(int program);

    /**
     * {@return a piece of the words of the caller's own command line, from byte {@code offset} on; empty at their end} For the program.
     *
     * @param offset from 0 on
     * @throws TerminalException if the caller has no session
     */
    @Idempotent
    @MaxLength(TRANSFER_LIMIT)
    byte[] arguments(int offset) throws TerminalException;

    /**
     * Writes to the terminal; returns when there is room for it. For the program.
     *
     * @param bytes what to write
     * @throws TerminalException if the caller has no session
     */
    @Deferred
    void write(@MaxLength(TRANSFER_LIMIT) byte[] bytes) throws TerminalException;

    /**
     * Waits until something was typed, and returns it. For the program.
     *
     * @param next number of the byte that is wanted, all before which are acknowledged
     * @param limit most bytes to take, above 0; never more than {@link #TRANSFER_LIMIT} come
     * @return what was typed from number {@code next} on; empty if nothing more will be
     * @throws TerminalException if the caller has no session
     */
    @Deferred
    @Idempotent
    Input read(long next, int limit) throws TerminalException;

    /**
     * {@return what the program has written from number {@code next} on, without waiting; nothing if there is nothing} So the rest of a program's output is had when it has ended.
     *
     * @param program number of the program
     * @param next number of the byte that is wanted, all before which are acknowledged
     * @throws TerminalException if the session is not the caller's
     */
    @Idempotent
    Input written(int program, long next) throws TerminalException;
}
