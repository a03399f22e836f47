package org.bulkhead.modules;

/** What is done one after the other when a module is made. */
public enum MakingStep {
    /** All classes of the jar are verified, and its program is looked for. */
    VERIFYING,
    /** The substitutions of the class library and the program's manifest are read. */
    PREPARING,
    /** What the program reaches and the image lacks is compiled. */
    COMPILING,
    /** Everything gets its address, and the pages are written. */
    LINKING;

    /** Is told when steps are done, so that it can look at the clock. */
    public interface Listener {
        /**
         * Is called at the end of a step.
         *
         * @param step the step
         */
        void done(MakingStep step);
    }
}
