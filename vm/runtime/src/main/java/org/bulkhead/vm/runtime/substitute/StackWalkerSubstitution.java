package org.bulkhead.vm.runtime.substitute;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bulkhead.vm.runtime.exceptions.Backtrace;
import org.bulkhead.vm.runtime.exceptions.CodeTable;
import org.bulkhead.vm.runtime.exceptions.StackTraceDecoder;
import org.bulkhead.vm.runtime.exceptions.WalkedFrame;
import org.bulkhead.vm.runtime.exceptions.WalkedFrame.Classes;
import org.bulkhead.vm.runtime.reflect.Callers;

/** A walk takes the places of all frames at once and names them. Of the frames that other VMs hide, those of reflection can be shown; there are no others. */
@Substitutes("java.lang.StackWalker")
final class StackWalkerSubstitution {
    private static final String OWN_BACKTRACE = "the VM's own backtrace";
    private static final String[] NO_EXCEPTION = {};

    @Alias private Set<Option> options;
    @Alias boolean retainClassRef;

    private StackWalkerSubstitution() {}

    @Replace(reason = OWN_BACKTRACE)
    public <T> T walk(Function<? super Stream<StackFrame>, ? extends T> function) {
        Objects.requireNonNull(function);
        return function.apply(shown().stream());
    }

    @Replace(reason = OWN_BACKTRACE)
    public void forEach(Consumer<? super StackFrame> action) {
        Objects.requireNonNull(action);
        shown().forEach(action);
    }

    @Replace(reason = OWN_BACKTRACE)
    public Class<?> getCallerClass() {
        if (!retainClassRef) {
            throw new UnsupportedOperationException("This stack walker does not have RETAIN_CLASS_REFERENCE access");
        }
        List<StackFrame> frames = withoutReflection();
        if (frames.size() < 2) {
            throw new IllegalCallerException("no caller frame");
        }
        return frames.get(1).getDeclaringClass();
    }

    private List<StackFrame> shown() {
        return options.contains(Option.SHOW_REFLECT_FRAMES) || options.contains(Option.SHOW_HIDDEN_FRAMES) ? all() : withoutReflection();
    }

    private List<StackFrame> withoutReflection() {
        List<StackFrame> frames = all();
        frames.removeIf(frame -> Callers.isReflection(frame.getClassName()));
        return frames;
    }

    /** Returns the frames of the one that has called the walker and of its callers, innermost first. */
    private List<StackFrame> all() {
        List<StackFrame> frames = new ArrayList<>();
        StackTraceDecoder.decode(Backtrace.capture(), NO_EXCEPTION, (place, className, method, file, line) -> {
            if (!frames.isEmpty() || !className.equals(StackWalker.class.getName())) {
                frames.add(new WalkedFrame(retainClassRef ? Classes.GIVEN : Classes.HIDDEN, CodeTable.owner(place), className, method, file, line));
            }
        });
        return frames;
    }
}
