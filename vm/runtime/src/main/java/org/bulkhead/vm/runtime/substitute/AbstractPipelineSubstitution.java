package org.bulkhead.vm.runtime.substitute;

/** Streams run in the thread that asks for their result. */
@Substitutes("java.util.stream.AbstractPipeline")
final class AbstractPipelineSubstitution {
    private AbstractPipelineSubstitution() {}

    @Replace(reason = "a program has one thread; parallel streams give the same results sequentially")
    public boolean isParallel() {
        return false;
    }
}
