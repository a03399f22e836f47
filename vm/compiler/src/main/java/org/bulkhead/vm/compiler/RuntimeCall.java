package org.bulkhead.vm.compiler;

/** What compiled code asks of the runtime: static methods of {@code org.bulkhead.vm.runtime.RuntimeCalls} (in the nucleus: of {@code org.bulkhead.nucleus.kernel.NucleusCalls}), entered by name. */
public enum RuntimeCall {
    /** Returns a zeroed instance. */
    NEW_INSTANCE("newInstance", "(Lorg/bulkhead/vm/magic/Address;)Ljava/lang/Object;"),
    /** Returns a zeroed array; throws NegativeArraySizeException. Arguments: array hub, length. */
    NEW_ARRAY("newArray", "(Lorg/bulkhead/vm/magic/Address;I)Ljava/lang/Object;"),
    /** Arguments: array hub, number of dimensions given, address of the slot with the first length; each further length lies 8 bytes lower. */
    NEW_MULTI_ARRAY("newMultiArray", "(Lorg/bulkhead/vm/magic/Address;ILorg/bulkhead/vm/magic/Address;)Ljava/lang/Object;"),
    INSTANCE_OF("instanceOf", "(Ljava/lang/Object;Lorg/bulkhead/vm/magic/Address;)Z"),
    /** Throws ClassCastException unless the object is null or of the type. */
    CHECK_CAST("checkCast", "(Ljava/lang/Object;Lorg/bulkhead/vm/magic/Address;)V"),
    /** Throws ArrayStoreException unless the value may be stored into the array. Neither array null nor index is checked here. */
    CHECK_STORE("checkStore", "(Ljava/lang/Object;Ljava/lang/Object;)V"),
    /** Throws the object, or NullPointerException for null. Never returns. */
    THROW("throwException", "(Ljava/lang/Object;)V"),
    /** Arguments: index, length. Never returns. */
    THROW_ARRAY_INDEX("throwArrayIndex", "(II)V"),
    /** Arguments: {@code LinkageKind}, message literal. Never returns. */
    THROW_LINKAGE("throwLinkage", "(ILjava/lang/Object;)V"),
    /** Fills the entries of virtual tables whose method is abstract. Never returns. */
    ABSTRACT_CALLED("abstractCalled", "()V"),
    /** An interface method was called on an object that does not implement it. Never returns. */
    INTERFACE_MISSING("interfaceMissing", "()V"),
    MONITOR_ENTER("monitorEnter", "(Ljava/lang/Object;)V"),
    MONITOR_EXIT("monitorExit", "(Ljava/lang/Object;)V"),
    /** Initialises the class of a hub (JVMS §5.5) if that is not done. */
    INITIALIZE_CLASS("initializeClass", "(Lorg/bulkhead/vm/magic/Address;)V"),
    /** A hardware fault: pc, address touched, FaultKind. Entered from {@link Routine#FAULT_ENTRY} as if called at pc. Never returns. */
    FAULT("fault", "(Lorg/bulkhead/vm/magic/Address;Lorg/bulkhead/vm/magic/Address;I)V"),
    /** The poll register has been counted down: other threads may have their turn. All objects may move. */
    POLL("poll", "()V"),
    /** First Java code of a thread, on a stack of its own; argument: the innermost address of the stack that was put away. Never returns. */
    THREAD_START("threadStart", "(Lorg/bulkhead/vm/magic/Address;)V"),
    /** First Java code of a Linux program; argument: initial stack pointer (argc, argv …). Never returns. */
    LINUX_START("linuxStart", "(Lorg/bulkhead/vm/magic/Address;)V");

    private final String method;
    private final String descriptor;

    RuntimeCall(String method, String descriptor) {
        this.method = method;
        this.descriptor = descriptor;
    }

    public String method() {
        return method;
    }

    public String descriptor() {
        return descriptor;
    }
}
