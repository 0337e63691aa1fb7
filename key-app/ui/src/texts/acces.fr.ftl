# Le texte de l’accès de la personne chargée d’une mesure de protection, tel qu’il est signé et imprimé. Ce n’est pas un
# mandat. Il reste en français, quelle que soit la langue de la fenêtre. Aucun juriste ne l’a encore relu.
# scripts/check-texts.mjs vérifie que chaque clé sert, et que rien n’y est promis à tort.

acces-title = ACCÈS DE LA PERSONNE CHARGÉE DE LA MESURE
acces-subtitle = Pour ouvrir des papiers à la personne qui exerce ma mesure de protection (articles 415 et suivants du Code civil)

acces-who = Entre :
acces-person = la personne protégée : { $person },
acces-helper = et la personne chargée de la mesure : { $helper }, reconnue comme curateur ou tuteur par { $structure }, qui n’est pas partie à cet accord.

acces-measure = 1. La mesure
acces-judged = { $kind ->
    [tutelle] Une tutelle a été décidée le { $judged }. Juridiction : { $court }.
    [curatelle] Une curatelle a été décidée le { $judged }. Juridiction : { $court }.
   *[sauvegarde] Une sauvegarde de justice a été décidée le { $judged }. Juridiction : { $court }.
  }
acces-written = Ces indications ont été écrites par elle, à côté de moi. Seule la décision du juge fait foi.
acces-source = Ses pouvoirs viennent de la loi et du juge. Cet accès ne les remplace pas et n’en ajoute aucun.

acces-what = 2. Ce que l’accès permet
acces-rights = { $rights ->
    [see] La personne chargée de la mesure peut lire les papiers des dossiers suivants, seulement pour exercer la mesure et dans ses limites :
    [drop] La personne chargée de la mesure peut seulement remettre des papiers dans les dossiers suivants, sans rien lire :
   *[act] La personne chargée de la mesure peut lire les papiers des dossiers suivants et en remettre, seulement pour exercer la mesure et dans ses limites :
  }
acces-folders = { $folder ->
    [1] – Identité : les papiers d’identité et d’état civil.
    [2] – Famille : les papiers de la famille.
    [3] – Santé et social : les papiers des droits à l’assurance maladie, du handicap et des services sociaux.
    [4] – Travail : les papiers d’emploi, de formation et de paie.
    [5] – Logement : les papiers du logement, de l’énergie, de l’eau et de l’assurance du logement.
    [6] – Transports : les papiers des transports, du permis de conduire et du véhicule.
    [7] – Argent et aides : les papiers des prestations, des aides, des ressources, des impôts et de la banque.
    [8] – Justice : les papiers d’un tribunal, d’un avocat ou du Défenseur des droits.
    [9] – Étranger et Europe : les papiers du séjour, du voyage et de la naturalisation.
    [10] – Loisirs : les papiers des loisirs, du sport et des vacances.
   *[11] – Associations : les papiers des associations.
  }
acces-nothing-else = Rien d’autre n’est ouvert : ni le dossier Privé, ni mes codes, ni mes mots de passe. Les actes strictement personnels restent les miens, et je prends seul les décisions qui touchent ma personne, autant que mon état le permet (articles 458 et 459 du Code civil).

acces-long = 3. Durée
acces-days = { $days ->
    [1] L’accès dure 1 jour. Il commence le { $from } et prend fin le { $until }, à la même heure.
   *[other] L’accès dure { $days } jours. Il commence le { $from } et prend fin le { $until }, à la même heure.
  }
acces-stop = Je peux l’arrêter à tout moment, depuis mon espace, pour les papiers qui ne concernent que moi et pour lesquels la loi me laisse décider. L’arrêt vaut tout de suite, pour tous les dossiers ouverts.
acces-goes-on = L’arrêt ne change rien à la mesure. Pour les papiers que la loi ou le juge lui permet de demander, la personne chargée de la mesure garde ses droits.
acces-ends = Il prend fin aussi quand la mesure prend fin ou est confiée à quelqu’un d’autre, quand la personne chargée de la mesure y renonce, et au décès de l’un de nous.

acces-declares = 4. Ce que nous déclarons
acces-in-charge = La personne chargée de la mesure déclare exercer cette mesure aujourd’hui, et prévenir dès que cela change.
acces-understood = Cet accès m’a été expliqué dans des mots simples, dans une langue que je comprends et d’une façon adaptée à mon état (article 457-1 du Code civil). Je suis d’accord.

acces-data = 5. Mes données
acces-purpose = Mes papiers servent seulement à exercer la mesure. Chaque ouverture d’un dossier et chaque lecture est écrite dans un journal que je peux lire et qu’elle ne peut pas effacer.
acces-data-rights = Dans les limites de la loi, j’ai le droit d’être informé, d’accéder à ce qui est gardé de moi, de le faire rectifier, limiter ou supprimer, auprès d’elle ou de { $structure }. Je peux saisir la CNIL (cnil.fr).

acces-duties = 6. Ce que la personne chargée de la mesure accepte
acces-duties-list = Elle respecte mes libertés, ma dignité et ma volonté, et cherche à me rendre plus autonome (article 415 du Code civil). Elle lit seulement ce qui est nécessaire et m’en informe. Elle ne garde pas mes codes ni mes mots de passe. Elle ne répète rien, sauf ce que la loi demande. Elle supprime ce qui n’est plus utile. Je ne paie rien pour cet accès.

acces-made = Fait à { $place }, le { $from }, en deux exemplaires.

acces-copy-helper = Exemplaire de la personne chargée de la mesure
acces-code = Code de l’accès
