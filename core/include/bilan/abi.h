/* SPDX-License-Identifier: MPL-2.0
 *
 * The plugin card: plain C data that the host reads with dlsym before any code of a plugin runs.
 * A plugin and its host must agree on every field below; there is no "almost compatible".
 */
#ifndef BILAN_ABI_H
#define BILAN_ABI_H

#include <stdint.h>

#define BILAN_PLUGIN_MAGIC UINT32_C(0x4E4C4942) /* "BILN" */
#define BILAN_PLUGIN_INTERFACE UINT32_C(4)      /* raised whenever a header of this folder changes shape */

#define BILAN_CARD_SYMBOL "bilan_plugin_card_v1"
#define BILAN_REGISTER_SYMBOL "bilan_plugin_register_v1"

typedef struct bilan_plugin_card {
    uint32_t magic;        /* BILAN_PLUGIN_MAGIC */
    uint32_t card_size;    /* sizeof(bilan_plugin_card) */
    uint32_t interface_number;
    uint32_t compiler_abi; /* __GXX_ABI_VERSION */
    uint32_t string_abi;   /* _GLIBCXX_USE_CXX11_ABI */
    char name[32];         /* "csv-reader" */
    char version[16];      /* "1.0.0" */
    char built_with[64];   /* compiler and version, for messages only */
} bilan_plugin_card;

#endif
