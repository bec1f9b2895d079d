// SPDX-License-Identifier: MPL-2.0
//
// Never run: it carries the precompiled header that all tests share.
int main()
{
    return 0;
}
