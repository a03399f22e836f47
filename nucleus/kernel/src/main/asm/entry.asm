; The nucleus's way in and out: first instructions after the boot loader, system calls, interrupts, exceptions.
;
; A flat image at the start of the nucleus's code section, never written at run time. Machine state of a thread goes to its context page (ThreadContext.java), found through gs in the
; processor block (ProcessorBlock.java). Java is then called on the nucleus's stack with interrupts off, chooses who continues, and returns to `resume`. Java's calling convention: arguments in
; rdi, rsi, rdx, rcx, r8, r9; nothing but rbp and rsp is kept.
bits 64
default abs
org 0x10_0000

HEADER_MAGIC        equ 0x454E4842
TABLE_ENTRY_SIZE    equ 64

; Processor block, by gs
BLOCK_STACK_TOP     equ 0
BLOCK_SCRATCH       equ 8
BLOCK_CONTEXT       equ 16
BLOCK_ROOT          equ 24
BLOCK_GDT           equ 32
BLOCK_IDT           equ 48

; Thread context: 8 bytes each, in this order
%macro context 1-*
    %assign place 0
    %rep %0
        CONTEXT_%1 equ place
        %assign place place + 8
        %rotate 1
    %endrep
%endmacro
context rax, rbx, rcx, rdx, rsi, rdi, rbp, rsp, r8, r9, r10, r11, r12, r13, r14, r15, rip, rflags, by_call

; save BASE, REGISTERS and load BASE, REGISTERS: to and from the context at BASE.
%macro save 2-*
    %define base %1
    %rep %0 - 1
        %rotate 1
    mov [base + CONTEXT_%1], %1
    %endrep
%endmacro
%macro load 2-*
    %define base %1
    %rep %0 - 1
        %rotate 1
    mov %1, [base + CONTEXT_%1]
    %endrep
%endmacro

NUCLEUS_DATA        equ 0x10
ISOLATE_DATA        equ 0x20 | 3
ISOLATE_CODE        equ 0x28 | 3
TASK_STATE          equ 0x30
EXCEPTIONS          equ 32
VECTORS             equ 48
STUB_SIZE           equ 16

    jmp start
    align 16, db 0
    dd HEADER_MAGIC, imports, (imports_end - imports) / TABLE_ENTRY_SIZE, exports, (exports_end - exports) / TABLE_ENTRY_SIZE

; entry LABEL, VALUE, NAME: of imports the builder writes the value, the address of a Java method; exports are labels that it tells Java.
%macro entry 3
%1: dd %2, 0
    db %3
    times TABLE_ENTRY_SIZE - ($ - %1) db 0
%endmacro
%macro call_java 1
    mov eax, [%1]
    call rax
%endmacro

    align 64, db 0
imports:
    entry java_prepare, 0, "Entry.prepare"
    entry java_run, 0, "Entry.run"
    entry java_system_call, 0, "Entry.systemCall"
    entry java_interrupt, 0, "Entry.interrupt"
    entry java_nucleus_exception, 0, "Entry.nucleusException"
imports_end:
exports:
    entry exported_stubs, vector_stubs, "vectorStubs"
    entry exported_entry, system_call_entry, "systemCallEntry"
exports_end:

; In: rdi = BootInfo, on the boot loader's stack and page tables, with control registers as stage2.asm says.
start:
    xor ebp, ebp                        ; ends the chain of frames
    call_java java_prepare
    mov rbx, rax                        ; the processor block
    lgdt [rbx + BLOCK_GDT]
    lidt [rbx + BLOCK_IDT]
    mov rax, [rbx + BLOCK_ROOT]
    mov rsp, [rbx + BLOCK_STACK_TOP]
    mov cr3, rax
    push 0x08
    mov eax, .reloaded
    push rax
    retfq
.reloaded:
    mov eax, NUCLEUS_DATA
    mov ds, eax
    mov es, eax
    mov ss, eax
    xor eax, eax
    mov fs, eax
    mov gs, eax
    mov eax, TASK_STATE
    ltr ax
    call_java java_run                  ; sets the base of gs
    jmp resume

; From ring 3 by syscall: rcx = rip, r11 = rflags, interrupts off, still on the isolate's stack.
system_call_entry:
    swapgs
    mov [gs:BLOCK_SCRATCH], rsp
    mov rsp, [gs:BLOCK_CONTEXT]
    save rsp, rax, rbx, rdx, rsi, rdi, rbp, r8, r9, r10, r12, r13, r14, r15
    mov [rsp + CONTEXT_rip], rcx
    mov [rsp + CONTEXT_rflags], r11
    mov qword [rsp + CONTEXT_by_call], 1
    mov rcx, [gs:BLOCK_SCRATCH]
    mov [rsp + CONTEXT_rsp], rcx
    mov rsp, [gs:BLOCK_STACK_TOP]
    xor ebp, ebp
    mov r9, r8                          ; number and arguments where Java takes them
    mov r8, r10
    mov rcx, rdx
    mov rdx, rsi
    mov rsi, rdi
    mov rdi, rax
    call_java java_system_call

; Continues with the thread that Java chose, or waits for an interrupt.
resume:
    mov rsp, [gs:BLOCK_CONTEXT]
    test rsp, rsp
    jz idle
    load rsp, rbx, rdx, rsi, rdi, rbp, r8, r9, r10, r12, r13, r14, r15
    cmp qword [rsp + CONTEXT_by_call], 0
    je .by_iret
    ; sysret faults in ring 0 when rcx is not canonical (Intel SDM 2B); isolates run far below that.
    mov rcx, [rsp + CONTEXT_rip]
    mov r11, rcx
    shr r11, 47
    jnz .by_iret
    mov r11, [rsp + CONTEXT_rflags]
    load rsp, rax, rsp
    swapgs
    o64 sysret
.by_iret:
    mov rax, rsp
    mov rsp, [gs:BLOCK_STACK_TOP]
    push ISOLATE_DATA
    push qword [rax + CONTEXT_rsp]
    push qword [rax + CONTEXT_rflags]
    push ISOLATE_CODE
    push qword [rax + CONTEXT_rip]
    load rax, rcx, r11, rax
    swapgs
    iretq

idle:
    mov rsp, [gs:BLOCK_STACK_TOP]
.wait:
    sti
    hlt
    jmp .wait

; Interrupts and exceptions. The stubs leave on the stack: vector, error code, then rip, cs, rflags, rsp, ss by the processor.
    align 16, db 0
vector_stubs:
%assign vector 0
%rep VECTORS
    align STUB_SIZE, db 0xCC
    ; The vectors whose exceptions come with an error code: 8, 10 to 14, 17, 21 (Intel SDM 3A, table 6-1).
    %if !(vector = 8 || (vector >= 10 && vector <= 14) || vector = 17 || vector = 21)
    push 0
    %endif
    push vector
    jmp interrupted
    %assign vector vector + 1
%endrep

interrupted:
    cld
    test byte [rsp + 24], 3
    jz from_nucleus
    swapgs
    push rax
    mov rax, [gs:BLOCK_CONTEXT]
    save rax, rbx, rcx, rdx, rsi, rdi, rbp, r8, r9, r10, r11, r12, r13, r14, r15
    mov qword [rax + CONTEXT_by_call], 0
    pop qword [rax + CONTEXT_rax]
    pop rdi                             ; vector
    pop rsi                             ; error code
    pop qword [rax + CONTEXT_rip]
    pop rcx                             ; cs
    pop qword [rax + CONTEXT_rflags]
    pop qword [rax + CONTEXT_rsp]
deliver:
    mov rsp, [gs:BLOCK_STACK_TOP]
    xor ebp, ebp
    call_java java_interrupt
    jmp resume

; The nucleus is interruptible only while it idles, where nothing needs to be kept; an exception in it is its end.
from_nucleus:
    cmp qword [rsp], EXCEPTIONS
    jb .exception
    pop rdi
    xor esi, esi
    jmp deliver
.exception:
    pop rdi
    pop rsi
    mov rdx, [rsp]
    mov rcx, rbp
    and rsp, -16
    call_java java_nucleus_exception
    cli
    hlt
