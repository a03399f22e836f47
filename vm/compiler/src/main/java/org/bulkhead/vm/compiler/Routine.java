package org.bulkhead.vm.compiler;

/** The few routines written directly in machine code. */
public enum Routine {
    /** Interface dispatch. In: rdi = receiver, eax = interface method number. Out: r11 = code. Clobbers rax, r10, r11 only; a null receiver faults at the call site's own load before. */
    INTERFACE_LOOKUP,
    /** Where a hardware fault arrives in ring 3: rdi = pc of the fault, rsi = address touched, edx = {@code FaultKind}; rbp and rsp as at the fault. Pushes rdi as return address and jumps to {@link RuntimeCall#FAULT}. */
    FAULT_ENTRY,
    /** Changes stacks: rdi = where to save, rsi = what to bring back, rdx = its innermost address, rcx = end of the stack. Returns to the caller of the one brought back, in rax the innermost address of the one put away. */
    SWITCH_STACK,
    /** Puts a stack away as {@link #SWITCH_STACK} does (rdi = where to save, rsi = end of the stack), and calls {@link RuntimeCall#THREAD_START} on an empty one: rbp = 0, return address 0. */
    START_STACK,
    /** Entry of a static Linux program: calls {@link RuntimeCall#LINUX_START} with the initial rsp in rdi on an aligned stack, rbp = 0 and return address 0. */
    LINUX_START,
    /** Linux signal handler with SA_SIGINFO (rdi = signal, rsi = siginfo, rdx = ucontext): makes the interrupted context continue at {@link #FAULT_ENTRY} and returns. */
    SIGNAL_HANDLER,
    /** SA_RESTORER: rt_sigreturn. */
    SIGNAL_RETURN
}
