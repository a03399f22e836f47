package org.bulkhead.vm.runtime.substitute;

/** An exception of a task is thrown as it is to whoever joins it. */
@Substitutes("java.util.concurrent.ForkJoinTask")
final class ForkJoinTaskSubstitution {
    @Alias private Outcome aux;

    private ForkJoinTaskSubstitution() {}

    @Replace(reason = "makes a copy of the exception by reflection, with the stack of the joining thread, where it finds a fitting constructor")
    private Throwable getThrowableException() {
        Outcome outcome = aux;
        return outcome == null ? null : outcome.ex;
    }

    /** Names the record of an exception. */
    @Substitutes("java.util.concurrent.ForkJoinTask$Aux")
    static final class Outcome {
        @Alias Throwable ex;

        private Outcome() {}
    }
}
