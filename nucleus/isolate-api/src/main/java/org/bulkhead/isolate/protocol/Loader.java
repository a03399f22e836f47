package org.bulkhead.isolate.protocol;

/**
 * Makes programs of jars that lie on the system volume, while the system runs: compiles them, seals them as modules, and hands these to the supervisor.
 *
 * <p>A <em>path</em> is one of {@link Files}: of a jar, or of a file with a sealed module that was made elsewhere for this very image. What is wrong with it is a {@link LoadException}, one line with what, where and
 * remedy; nothing has changed then. Sealed modules are kept on the volume by what they were made from, so the same jar is compiled once.
 */
@Protocol(version = 2)
public interface Loader {
    /** Name of the service. */
    String SERVICE = "loader";
    /** Most bytes of the path of a jar. */
    int PATH_LIMIT = 58;
    /** Most bytes of a component's name. */
    int NAME_LIMIT = 15;
    /** Most bytes of a piece of a refusal. */
    int PIECE = 90;

    /**
     * Installs a program that the system does not have yet.
     *
     * @param path of the jar or sealed module
     * @param program the name that its manifest has, if the jar has several programs; otherwise it may be empty
     * @return what was installed
     * @throws LoadException if it was not
     */
    Installation install(@MaxLength(PATH_LIMIT) String path, @MaxLength(NAME_LIMIT) String program) throws LoadException;

    /**
     * Puts a program in the place of the one that a component runs, while its clients go on.
     *
     * @param component its name; of a jar with several programs the one with that name is taken
     * @param path of the jar or sealed module
     * @return what was installed
     * @throws LoadException if it was not: the version that ran goes on
     */
    Installation update(@MaxLength(NAME_LIMIT) String component, @MaxLength(PATH_LIMIT) String path) throws LoadException;

    /**
     * {@return a piece of the last refusal's whole text, UTF-8, from byte {@code offset} on; empty at its end}
     *
     * @param offset from 0 on
     */
    @Idempotent
    @MaxLength(PIECE)
    byte[] refusal(int offset);
}
