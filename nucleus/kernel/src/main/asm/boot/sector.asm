; The boot sector: loads the second stage (LBA 1..63) to 0x8000 and jumps to it.
;
; The BIOS enters at 0:7C00 in real mode with the drive's number in dl. The partition table
; (offset 446) and the disk signature (offset 440) are filled in by the image builder.

%include "layout.inc"

    bits 16
    org BOOT_STACK

start:
    cli
    xor ax, ax
    mov ds, ax
    mov es, ax
    mov ss, ax
    mov sp, BOOT_STACK
    jmp 0:.canonical                    ; some BIOSes enter at 07C0:0000
.canonical:
    sti
    cld
    mov cl, dl
    rdtsc
    mov [BOOT_TICKS], eax
    mov [BOOT_TICKS + 4], edx
    mov [BOOT_DRIVE], cl

    mov dl, cl
    mov ah, 0x41                        ; are the extended (LBA) disk calls there?
    mov bx, 0x55AA
    int 0x13
    jc no_extensions
    cmp bx, 0xAA55
    jne no_extensions

    mov dl, [BOOT_DRIVE]
    mov ah, 0x42
    mov si, packet
    int 0x13
    jc read_error
    jmp 0:STAGE2_ADDRESS

no_extensions:
    mov si, text_no_extensions
    jmp fail
read_error:
    mov si, text_read_error

; Prints the text at si on the screen and port E9, then stops the machine.
fail:
    lodsb
    out 0xE9, al
    mov ah, 0x0E
    mov bx, 7
    int 0x10
    cmp byte [si], 0
    jne fail
    mov cx, 8
    mov si, text_shutdown
    mov dx, 0x8900                      ; ends Bochs
    rep outsb
    mov al, 1
    out 0xF4, al                        ; ends QEMU with isa-debug-exit
    cli
    hlt

    align 4
packet:                                 ; disk address packet of INT 13h, function 42h
    db 16, 0
    dw STAGE2_SECTORS
    dw STAGE2_ADDRESS, 0
    dq STAGE2_LBA

text_no_extensions: db "Bulkhead: the BIOS cannot read this disk by block number", 13, 10, 0
text_read_error:    db "Bulkhead: the second stage cannot be read", 13, 10, 0
text_shutdown:      db "Shutdown"

    times 440 - ($ - $$) db 0
    times 70 db 0                       ; disk signature and partition table: the image builder's
    dw 0xAA55
