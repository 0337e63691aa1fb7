# Le texte d’un mandat, tel qu’il est signé et imprimé. Il reste en français, quelle que soit la langue de la fenêtre.
# scripts/check-texts.mjs vérifie que chaque clé sert, et que rien n’y est promis à tort.

mandat-title = MANDAT
mandat-subtitle = Pour être aidé dans mes démarches (articles 1984 et suivants du Code civil)

mandat-who = Entre :
mandat-person = la personne qui donne le mandat (le mandant) : { $person },
mandat-helper = { $role ->
    [socialWorker] et la personne qui l’aide (le mandataire) : { $helper }, travailleur social de { $structure }, tenu au secret professionnel (article 226-13 du Code pénal).
    [mediator] et la personne qui l’aide (le mandataire) : { $helper }, médiateur numérique de { $structure }.
    [volunteer] et la personne qui l’aide (le mandataire) : { $helper }, bénévole de { $structure }, qui n’est pas payé pour cette aide.
    [relative] et la personne qui l’aide (le mandataire) : { $helper }, un proche, à titre gratuit. { $structure } a vérifié qui il est ; elle n’est pas partie à ce mandat.
   *[officer] et la personne qui l’aide (le mandataire) : { $helper }, responsable à { $structure }.
  }
mandat-structure-unnamed = la structure qui a remis la clé

mandat-what = 1. Ce que le mandataire peut faire
mandat-rights = { $rights ->
    [see] Il peut lire les papiers des dossiers suivants, et s’en servir seulement pour les démarches citées :
    [drop] Il peut seulement remettre des papiers dans les dossiers suivants, sans rien lire, pour les démarches citées :
   *[act] Il peut lire les papiers des dossiers suivants et en remettre, et s’en servir seulement pour les démarches citées :
  }
mandat-acts = { $folder ->
    [1] – Identité : demander ou renouveler une pièce d’identité, demander un acte d’état civil.
    [2] – Famille : déclarer un changement dans la famille, l’école, la cantine ou la crèche d’un enfant.
    [3] – Santé et social : ouvrir et suivre les droits à l’assurance maladie, à une complémentaire santé, auprès de la maison départementale des personnes handicapées et des services sociaux.
    [4] – Travail : s’inscrire et s’actualiser à France Travail, chercher un emploi ou une formation, suivre un contrat ou une paie.
    [5] – Logement : demander un logement ou une aide au logement, suivre un bail, l’énergie, l’eau et l’assurance du logement.
    [6] – Transports : demander un abonnement ou une réduction, suivre un permis de conduire ou un certificat d’immatriculation.
    [7] – Argent et aides : demander et suivre les prestations et les aides, déclarer les ressources, suivre les impôts et une banque.
    [8] – Justice : demander l’aide juridictionnelle, suivre un dossier auprès d’un tribunal, d’un avocat ou du Défenseur des droits.
    [9] – Étranger et Europe : demander et suivre un titre de séjour, un titre de voyage, une naturalisation.
    [10] – Loisirs : s’inscrire à une activité, demander une aide aux loisirs, au sport ou aux vacances.
   *[11] – Associations : adhérer à une association, suivre une adhésion ou un don.
  }
mandat-nothing-else = Rien d’autre n’est permis (articles 1987 et 1989 du Code civil). Créer une adresse électronique, un accès à un site ou un mot de passe n’est pas compris. Le dossier Privé n’est jamais compris. Pour tout autre acte, le mandataire demande d’abord.

mandat-long = 2. Durée
mandat-days = { $days ->
    [1] Le mandat dure 1 jour. Il commence le { $from } et prend fin le { $until }, à la même heure.
   *[other] Le mandat dure { $days } jours. Il commence le { $from } et prend fin le { $until }, à la même heure.
  }
mandat-stop = Je peux l’arrêter à tout moment, sans donner de raison et sans frais (article 2004 du Code civil), depuis mon espace ou en le disant au mandataire. L’arrêt vaut tout de suite.
mandat-ends = Il prend fin aussi : quand les démarches sont faites ; quand le mandataire y renonce ; quand je donne le même mandat à quelqu’un d’autre ; au décès de l’un de nous ; quand une mesure de protection commence (articles 2003 à 2007 du Code civil).

mandat-declares = 3. Ce que je déclare
mandat-guardian = Je déclare ne pas être sous tutelle, ni sous curatelle, ni sous sauvegarde de justice. Une personne protégée ne donne pas ce mandat : son tuteur ou son curateur a un rôle à lui, fixé par le juge.
mandat-understood = Ce mandat m’a été expliqué dans des mots simples, dans une langue que je comprends. Je le donne librement.

mandat-data = 4. Mes données
mandat-purpose = Le mandataire utilise mes papiers seulement pour les démarches ci-dessus, et seulement ce qui est utile à chacune. Chaque ouverture d’un dossier et chaque lecture est écrite dans un journal que je peux lire et qu’il ne peut pas effacer.
mandat-data-rights = J’ai le droit d’être informé, d’accéder à ce qui est gardé de moi, de le faire rectifier, d’en limiter l’usage et de le faire supprimer. Je m’adresse au mandataire ou à { $structure }. Je peux saisir la CNIL (cnil.fr).

mandat-duties = 5. Ce que le mandataire accepte
mandat-duties-list = Il fait seulement les actes cités. Il prend seulement les données nécessaires. Il demande mon accord avant tout autre acte. Il rend compte de ce qu’il a fait (article 1993 du Code civil). Il ne garde pas mes codes ni mes mots de passe. Il ne répète rien à personne. Il protège ce qu’il lit, et supprime ce qui n’est plus utile.
mandat-free = { $role ->
    [volunteer] Il n’est pas payé (article 1986 du Code civil).
    [relative] Il n’est pas payé (article 1986 du Code civil). Il ne tire aucun avantage de ce mandat.
   *[other] Je ne paie rien (article 1986 du Code civil).
  }
mandat-accepts = Le mandataire accepte en signant, ou en se servant du mandat (article 1985 du Code civil).

mandat-made = Fait à { $place }, le { $from }, en deux exemplaires.

mandat-copy-person = Exemplaire de la personne
mandat-copy-helper = Exemplaire du mandataire
mandat-sign-person = Signature de { $person }
mandat-sign-helper = Signature de { $helper }
mandat-code = Code du mandat
mandat-code-what = Ce code correspond à ce texte et à lui seul. Il se vérifie sans Internet, avec la preuve gardée : portal mandate verify
