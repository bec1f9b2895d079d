// SPDX-License-Identifier: MPL-2.0
#include "base/system_answer.hpp"

#include "base/message.hpp"

#include <cerrno>
#include <system_error>

namespace bilan::base {

namespace {

Words words_of(int error)
{
    switch (error) {
    case EACCES:
    case EPERM: return {"accès refusé", "access denied"};
    case ENOSPC: return {"le disque est plein", "the disk is full"};
    case EDQUOT: return {"votre quota de disque est atteint", "your disk quota is used up"};
    case EROFS: return {"le disque est en lecture seule", "the disk is read-only"};
    case EIO: return {"erreur du disque", "disk error"};
    case ENOENT: return {"le fichier ou le dossier n'existe pas", "there is no such file or folder"};
    case EEXIST: return {"le nom est déjà pris", "the name is taken"};
    case ENOTDIR: return {"ce n'est pas un dossier", "this is not a folder"};
    case EISDIR: return {"c'est un dossier", "this is a folder"};
    case ENAMETOOLONG: return {"le nom est trop long", "the name is too long"};
    case EFBIG: return {"le fichier serait trop grand", "the file would be too large"};
    case ELOOP: return {"des liens tournent en rond", "links lead in a circle"};
    case EMFILE:
    case ENFILE: return {"trop de fichiers sont ouverts", "too many files are open"};
    case ENOMEM: return {"la mémoire manque", "there is not enough memory"};
    case EBUSY:
    case ETXTBSY: return {"un autre programme s'en sert", "another program is using it"};
    default: break;
    }
    const std::string own = std::generic_category().message(error);
    return {own, own};
}

} // namespace

std::string system_answer(int error)
{
    return in_each_language(words_of(error));
}

} // namespace bilan::base
