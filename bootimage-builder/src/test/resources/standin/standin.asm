; Stands in for the nucleus in the tests of boot code and emulators: checks what boot promises, says so on COM1
; line by line, echoes one typed line, and switches the machine off.
;
; The second section, at 0x20_0000, has DATA_FILE_SIZE bytes i * 7 + (i >> 8) and is zero up to DATA_MEMORY_SIZE.

DATA_ADDRESS     equ 0x20_0000
DATA_FILE_SIZE   equ 1_000_003
DATA_MEMORY_SIZE equ 3_000_001
WINDOW           equ 0xFFFF_8000_0000_0000
COM1             equ 0x3F8

    bits 64
    org 0x10_0000

start:
    mov rbx, rdi                        ; BootInfo

    ; 115200 baud, 8 bits, no parity, one stop bit
    mov edx, COM1 + 3
    mov al, 0x83
    out dx, al
    mov edx, COM1
    mov al, 1
    out dx, al
    mov edx, COM1 + 3
    mov al, 3
    out dx, al

    lea rsi, [rel text_magic]
    mov rax, "BHBOOT01"
    cmp [rbx], rax
    call report

    lea rsi, [rel text_drive]
    cmp dword [rbx + 12], 0x80
    call report

    lea rsi, [rel text_ticks]
    rdtsc
    shl rdx, 32
    or rax, rdx
    mov rdx, [rbx + 16]
    test rdx, rdx
    jz .ticks
    cmp rdx, rax
    setb al
    cmp al, 1
.ticks:
    call report

    lea rsi, [rel text_header]
    mov rax, "BLKHDIMG"
    cmp [rbx + 64], rax
    call report

    lea rsi, [rel text_flags]
    pushfq
    pop rax
    test eax, 1 << 9                    ; interrupts
    call report

    lea rsi, [rel text_stack]
    mov rax, rsp
    cmp rax, 0x8_0000
    call report

    lea rsi, [rel text_first]
    cmp dword [rel last_word], 0x600D_F00D
    call report

    ; contents of the second section
    xor ecx, ecx
    mov edi, DATA_ADDRESS
.byte:
    imul eax, ecx, 7
    mov edx, ecx
    shr edx, 8
    add eax, edx
    cmp al, [rdi + rcx]
    jne .data
    inc ecx
    cmp ecx, DATA_FILE_SIZE
    jne .byte
.data:
    lea rsi, [rel text_data]
    call report

    ; and its zeros
    lea rdi, [DATA_ADDRESS + DATA_FILE_SIZE]
    mov ecx, DATA_MEMORY_SIZE - DATA_FILE_SIZE
    xor eax, eax
    repe scasb
    lea rsi, [rel text_zeros]
    call report

    ; the physical window shows the same memory
    mov rax, WINDOW
    mov dword [DATA_ADDRESS + 0x100], 0x1234_5678
    cmp dword [rax + DATA_ADDRESS + 0x100], 0x1234_5678
    lea rsi, [rel text_window]
    call report

    ; and cannot be executed: bit 63 of the PML4 entry
    mov rax, cr3
    bt qword [rax + 256 * 8], 63
    setc al
    cmp al, 1
    lea rsi, [rel text_no_execute]
    call report

    ; usable memory, in KiB
    mov ecx, [rbx + 8]
    lea rdi, [rbx + 576]
    xor eax, eax
.entry:
    cmp dword [rdi + 16], 1
    jne .unusable
    add rax, [rdi + 8]
.unusable:
    add rdi, 24
    loop .entry
    shr rax, 10
    lea rsi, [rel text_memory]
    call print
    call print_number
    lea rsi, [rel text_line_end]
    call print

    lea rsi, [rel text_prompt]
    call print
.key:
    mov edx, COM1 + 5
    in al, dx
    test al, 1
    jz .key
    mov edx, COM1
    in al, dx
    cmp al, 10
    je .typed
    call put
    jmp .key
.typed:
    lea rsi, [rel text_bye]
    call print

    mov edx, COM1 + 5                   ; until the last bit is out
.drain:
    in al, dx
    test al, 0x40
    jz .drain
    lea rsi, [rel text_shutdown]
    mov edx, 0x8900
.next:
    lodsb
    test al, al
    jz .exit
    out dx, al
    jmp .next
.exit:
    mov al, 0x10
    out 0xF4, al
    cli
    hlt

; Prints the text at rsi and whether ZF is set.
report:
    pushfq
    call print
    popfq
    lea rsi, [rel text_ok]
    je print
    lea rsi, [rel text_wrong]

print:
    lodsb
    test al, al
    jz .end
    call put
    jmp print
.end:
    ret

; Prints rax in decimal.
print_number:
    mov ecx, 10
    xor edx, edx
    div rcx
    push rdx
    test rax, rax
    jz .last
    call print_number
.last:
    pop rax
    add al, '0'

put:
    push rax
    mov edx, COM1 + 5
.wait:
    in al, dx
    test al, 0x20
    jz .wait
    pop rax
    mov edx, COM1
    out dx, al
    out 0xE9, al
    ret

text_magic:      db "magic", 0
text_drive:      db "drive", 0
text_ticks:      db "ticks", 0
text_header:     db "header", 0
text_flags:      db "interrupts off", 0
text_stack:      db "stack", 0
text_first:      db "end of first section", 0
text_data:       db "contents", 0
text_zeros:      db "zeros", 0
text_window:     db "window", 0
text_no_execute: db "window not executable", 0
text_memory:     db "memory ", 0
text_prompt:     db "type> ", 0
text_bye:        db " bye", 10, 0
text_ok:         db " ok", 10, 0
text_wrong:      db " WRONG", 10, 0
text_line_end:   db 10, 0
text_shutdown:   db "Shutdown", 0

    align 4
    times 70_000 db 0xCC                ; longer than one bounce buffer
    align 4
last_word: dd 0x600D_F00D
