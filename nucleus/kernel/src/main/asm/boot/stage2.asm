; The second stage: finds the memory, loads the kernel image, enters long mode, jumps to the nucleus.
;
; Runs at 0x8000 in real mode. It leaves the processor in 64-bit mode with the first 4 GiB mapped at 0 and, not
; executable, at 0xFFFF_8000_0000_0000; interrupts off, both interrupt controllers masked, rdi = BootInfo,
; rsp = 0x8_0000; and goes on at the first byte of the image's first section.
; Whatever is missing is named on COM1 and port E9, and stops the machine.

%include "layout.inc"

SELECTOR_CODE       equ 0x08
SELECTOR_DATA       equ 0x10

CR0_PROTECTED       equ 1 << 0
CR0_PAGING          equ 1 << 31
CR4_PAE             equ 1 << 5
MSR_EFER            equ 0xC000_0080
EFER_LONG_MODE      equ 1 << 8
EFER_NO_EXECUTE     equ 1 << 11

PAGE_SIZE           equ 4096
PAGE_PRESENT        equ 1 << 0
PAGE_WRITABLE       equ 1 << 1
PAGE_LARGE          equ 1 << 7
NO_EXECUTE_HIGH     equ 1 << 31         ; bit 63, in an entry's upper half
DIRECTORY_COUNT     equ 4               ; 4 GiB in pages of 2 MiB
WINDOW_SLOT         equ 256             ; PML4 slot of 0xFFFF_8000_0000_0000

    bits 16
    org STAGE2_ADDRESS

start:
    call require_long_mode
    call enable_a20
    call read_memory_map
    call read_header
    call load_sections
    call make_page_tables
    jmp enter_long_mode

; --- the processor ------------------------------------------------------------------------------------

require_long_mode:
    mov eax, 0x8000_0000
    cpuid
    cmp eax, 0x8000_0001
    jb .missing
    mov eax, 0x8000_0001
    cpuid
    mov si, text_no_nx
    test edx, 1 << 20
    jz fail
    test edx, 1 << 29
    jz .missing
    ret
.missing:
    mov si, text_no_long_mode
    jmp fail

; Address line 20: the BIOS call, then the fast gate; each only if still needed.
enable_a20:
    call a20_open
    jnz .done
    mov ax, 0x2401
    int 0x15
    call a20_open
    jnz .done
    in al, 0x92
    or al, 2
    and al, 0xFE                        ; bit 0 would reset the machine
    out 0x92, al
    call a20_open
    mov si, text_no_a20
    jz fail
.done:
    ret

; Sets ZF when addresses wrap at 1 MiB: FFFF:0610 is then the same byte as 0000:0600.
a20_open:
    push es
    mov ax, 0xFFFF
    mov es, ax
    mov al, [0x600]
    mov ah, al
    not ah
    mov [es:0x610], ah
    cmp ah, [0x600]
    mov [0x600], al
    pop es
    ret

; --- memory map ---------------------------------------------------------------------------------------

read_memory_map:
    mov ax, BOOT_INFO >> 4
    mov es, ax
    xor di, di
    xor ax, ax
    mov cx, PAGE_SIZE / 2
    rep stosw
    mov dword [es:INFO_MAGIC], "BHBO"
    mov dword [es:INFO_MAGIC + 4], "OT01"
    mov eax, [BOOT_TICKS]
    mov [es:INFO_TICKS], eax
    mov eax, [BOOT_TICKS + 4]
    mov [es:INFO_TICKS + 4], eax
    movzx eax, byte [BOOT_DRIVE]
    mov [es:INFO_DRIVE], eax

    mov di, INFO_MAP
    xor ebx, ebx
    xor ebp, ebp                        ; entries kept
.next:
    mov dword [es:di + 20], 1           ; attributes, for a BIOS that returns only 20 bytes
    mov eax, 0xE820
    mov ecx, MAP_ENTRY_SIZE
    mov edx, "PAMS"                     ; "SMAP", most significant byte first
    int 0x15
    jc .end                             ; also how some BIOSes say that there is no further entry
    cmp eax, "PAMS"
    jne .end
    mov eax, [es:di + 8]
    or eax, [es:di + 12]
    jz .skip                            ; empty range
    inc ebp
    add di, MAP_ENTRY_SIZE
    cmp ebp, MAP_ENTRY_LIMIT
    je .end
.skip:
    test ebx, ebx
    jnz .next
.end:
    test ebp, ebp
    mov si, text_no_map
    jz fail
    mov [es:INFO_MAP_COUNT], ebp
    xor ax, ax
    mov es, ax
    ret

; --- kernel image -------------------------------------------------------------------------------------

; Reads the header into BootInfo and checks its magic and its number of sections.
read_header:
    mov dword [packet.lba], KERNEL_LBA
    mov word [packet.count], 1
    mov word [packet.segment], (BOOT_INFO + INFO_HEADER) >> 4
    call read_disk
    mov ax, BOOT_INFO >> 4
    mov es, ax
    mov si, text_no_image
    cmp dword [es:INFO_HEADER], "BLKH"
    jne fail
    cmp dword [es:INFO_HEADER + 4], "DIMG"
    jne fail
    mov eax, [es:INFO_HEADER + IMAGE_SECTION_COUNT]
    dec eax
    cmp eax, IMAGE_SECTION_LIMIT
    jae fail
    xor ax, ax
    mov es, ax
    mov word [packet.segment], BOUNCE >> 4
    ret

; Brings every section to its place in memory.
load_sections:
    mov ax, BOOT_INFO >> 4
    mov fs, ax
    mov bp, INFO_HEADER + IMAGE_SECTIONS
    mov cx, [fs:INFO_HEADER + IMAGE_SECTION_COUNT]
.section:
    push cx
    call require_memory
    mov eax, [fs:bp + SECTION_ADDRESS]
    mov [destination], eax
    mov eax, [fs:bp + SECTION_MEMORY_SIZE]
    mov [memory_left], eax
    mov eax, [fs:bp + SECTION_OFFSET]
    shr eax, 9
    add eax, KERNEL_LBA
    mov [packet.lba], eax
    mov eax, [fs:bp + SECTION_FILE_SIZE]
    mov [file_left], eax
.chunk:
    mov eax, [file_left]
    test eax, eax
    jz .zero
    add eax, SECTOR_SIZE - 1
    shr eax, 9
    cmp eax, BOUNCE_SECTORS
    jbe .count_known
    mov eax, BOUNCE_SECTORS
.count_known:
    mov [packet.count], ax
    call read_disk
    movzx eax, word [packet.count]
    add [packet.lba], eax
    shl eax, 9
    cmp eax, [file_left]
    jbe .bytes_known
    mov eax, [file_left]                ; the last sector may be in part another's
.bytes_known:
    sub [file_left], eax
    sub [memory_left], eax
    mov ecx, eax
    call copy_up
    jmp .chunk
.zero:
    mov ecx, [memory_left]
    call zero_up
    add bp, SECTION_ENTRY_SIZE
    pop cx
    dec cx
    jnz .section
    ret

; Checks that the section at fs:bp is well formed and lies in usable memory above 1 MiB, whole.
require_memory:
    mov si, text_bad_section
    mov eax, [fs:bp + SECTION_MEMORY_SIZE]
    cmp eax, [fs:bp + SECTION_FILE_SIZE]
    jb fail
    test dword [fs:bp + SECTION_OFFSET], SECTOR_SIZE - 1
    jnz fail
    mov ebx, [fs:bp + SECTION_ADDRESS]
    cmp ebx, 0x10_0000
    jb fail
    add eax, ebx                        ; end of the section
    jc fail
    mov si, text_no_memory
    mov di, INFO_MAP
    mov cx, [fs:INFO_MAP_COUNT]
.entry:
    cmp dword [fs:di + 16], MAP_USABLE
    jne .next
    cmp dword [fs:di + 4], 0            ; begins above 4 GiB
    jne .next
    cmp ebx, [fs:di]
    jb .next
    cmp dword [fs:di + 12], 0           ; 4 GiB or more
    jne .fits
    mov edx, [fs:di]
    add edx, [fs:di + 8]
    jc .fits                            ; ends at or above 4 GiB
    cmp eax, edx
    jbe .fits
.next:
    add di, MAP_ENTRY_SIZE
    loop .entry
    jmp fail
.fits:
    ret

; Reads [packet.count] sectors at [packet.lba] into [packet.segment]:0.
read_disk:
    push bp
    mov si, packet
    mov dl, [BOOT_DRIVE]
    mov ah, 0x42
    int 0x13
    pop bp
    mov si, text_read_error
    jc fail
    ret

; Copies ecx bytes from the bounce buffer to [destination] and advances it.
; The BIOS may have reset the segments' limits since the last time, so protected mode is visited for each copy.
copy_up:
    mov edi, [destination]
    add [destination], ecx
    mov esi, BOUNCE
    push es
    call reach_all_memory
    mov edx, ecx
    shr ecx, 2
    a32 rep movsd
    mov ecx, edx
    and ecx, 3
    a32 rep movsb
    jmp leave_all_memory

; Fills ecx bytes at [destination] with zeros.
zero_up:
    mov edi, [destination]
    push es
    call reach_all_memory
    mov edx, ecx
    shr ecx, 2
    xor eax, eax
    a32 rep stosd
    mov ecx, edx
    and ecx, 3
    a32 rep stosb
leave_all_memory:
    xor ax, ax
    mov ds, ax
    pop es
    sti
    ret

; Turns interrupts off and gives ds and es base 0 and a limit of 4 GiB in real mode.
reach_all_memory:
    cli
    lgdt [gdt_pointer]
    mov eax, cr0
    or al, CR0_PROTECTED
    mov cr0, eax
    mov bx, SELECTOR_DATA
    mov ds, bx
    mov es, bx
    and al, ~CR0_PROTECTED
    mov cr0, eax
    jmp .flushed                        ; a jump after each change of CR0, as the manual asks
.flushed:
    xor bx, bx
    mov ds, bx                          ; the limits stay
    mov es, bx
    ret

; --- long mode ----------------------------------------------------------------------------------------

; One page-directory-pointer table serves both mappings; only the window's PML4 entry forbids execution.
make_page_tables:
    mov ax, PAGE_TABLES >> 4
    mov es, ax
    xor edi, edi
    xor eax, eax
    mov ecx, (2 + DIRECTORY_COUNT) * PAGE_SIZE / 4
    rep stosd
    mov eax, (PAGE_TABLES + PAGE_SIZE) | PAGE_PRESENT | PAGE_WRITABLE
    mov [es:0], eax
    mov [es:WINDOW_SLOT * 8], eax
    mov dword [es:WINDOW_SLOT * 8 + 4], NO_EXECUTE_HIGH
    mov di, PAGE_SIZE
    mov eax, (PAGE_TABLES + 2 * PAGE_SIZE) | PAGE_PRESENT | PAGE_WRITABLE
    mov cx, DIRECTORY_COUNT
.directory:
    mov [es:di], eax
    add eax, PAGE_SIZE
    add di, 8
    loop .directory
    mov di, 2 * PAGE_SIZE
    mov eax, PAGE_PRESENT | PAGE_WRITABLE | PAGE_LARGE
    mov cx, DIRECTORY_COUNT * 512
.page:
    mov [es:di], eax
    add eax, 2 << 20
    add di, 8
    loop .page
    xor ax, ax
    mov es, ax
    ret

enter_long_mode:
    cli
    mov al, 0xFF                        ; mask every line of both interrupt controllers
    out 0x21, al
    out 0xA1, al
    lgdt [gdt_pointer]
    mov eax, cr4
    or eax, CR4_PAE
    mov cr4, eax
    mov eax, PAGE_TABLES
    mov cr3, eax
    mov ecx, MSR_EFER
    rdmsr
    or eax, EFER_LONG_MODE | EFER_NO_EXECUTE
    wrmsr
    mov eax, cr0
    or eax, CR0_PROTECTED | CR0_PAGING
    mov cr0, eax
    jmp SELECTOR_CODE:long_mode

    bits 64
long_mode:
    mov eax, SELECTOR_DATA
    mov ds, eax
    mov es, eax
    mov ss, eax
    xor eax, eax
    mov fs, eax
    mov gs, eax
    mov esp, NUCLEUS_STACK_TOP
    xor ebp, ebp
    mov edi, BOOT_INFO
    mov eax, [BOOT_INFO + INFO_HEADER + IMAGE_SECTIONS + SECTION_ADDRESS]
    jmp rax
    bits 16

; --- reporting ----------------------------------------------------------------------------------------

; Prints the text at si (segment 0) on COM1 and port E9, then stops the machine.
fail:
    xor dx, dx                          ; COM1
    mov ds, dx
    mov ax, 0x00E3                      ; 9600 baud, 8 bits, no parity, one stop bit
    int 0x14
.next:
    lodsb
    out 0xE9, al
    mov ah, 0x01                        ; send, waiting until the line is free
    int 0x14
    cmp byte [si], 0
    jne .next
    mov cx, 8
    mov si, text_shutdown
    mov dx, 0x8900                      ; ends Bochs
    rep outsb
    mov al, 1
    out 0xF4, al                        ; ends QEMU with isa-debug-exit
    cli
    hlt

; --- data ---------------------------------------------------------------------------------------------

    align 8
gdt:
    dq 0
    dq 0x00AF_9A00_0000_FFFF            ; 64-bit code
    dq 0x00CF_9200_0000_FFFF            ; data, 4 GiB
gdt_pointer:
    dw $ - gdt - 1
    dd gdt

    align 4
packet:                                 ; disk address packet of INT 13h, function 42h
    db 16, 0
.count:   dw 0
.offset:  dw 0
.segment: dw 0
.lba:     dq 0

destination: dd 0                       ; where the next bytes of the section go
file_left:   dd 0                       ; bytes of the section still to be read
memory_left: dd 0                       ; bytes of the section still to be filled

text_no_long_mode: db "Bulkhead: this processor has no 64-bit mode", 13, 10, 0
text_no_nx:        db "Bulkhead: this processor cannot protect data from execution (NX)", 13, 10, 0
text_no_a20:       db "Bulkhead: address line 20 cannot be enabled", 13, 10, 0
text_no_map:       db "Bulkhead: the BIOS gives no memory map (E820)", 13, 10, 0
text_no_image:     db "Bulkhead: no kernel image at block 64 of the boot disk", 13, 10, 0
text_bad_section:  db "Bulkhead: the kernel image has a malformed section", 13, 10, 0
text_no_memory:    db "Bulkhead: not enough memory for the kernel image", 13, 10, 0
text_read_error:   db "Bulkhead: the kernel image cannot be read from the boot disk", 13, 10, 0
text_shutdown:     db "Shutdown"

    times STAGE2_SECTORS * SECTOR_SIZE - ($ - $$) db 0
